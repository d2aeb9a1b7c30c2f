package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// The SAML assertions by which people have come into one pool lately: each is good once.
public final class UsedAssertions {

    /// Longer than what is remembered of a sign-in that has begun.
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final StoredMap<Instant> used;

    public UsedAssertions(Pool pool, Storage storage) {
        this.used =
                storage.map("cognito-idp/assertions/" + pool.id(), new JsonFormat<>(Instant.class));
    }

    /// Whether an assertion is new, which it is not any more then.
    public boolean use(String id, Instant now) {
        used.ascending()
                .filter(each -> !now.isBefore(each.getValue().plus(KEPT)))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(used::remove);
        var key = Key.of(id);
        if (used.get(key).isPresent()) {
            return false;
        }
        used.put(key, now);
        return true;
    }
}

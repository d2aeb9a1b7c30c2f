package groundschool.emulator.cognito.token;

import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The sign-ins of one pool that tokens still stand for.
public final class Grants {

    /// Unlike AWS, whoever signs in more often loses the oldest sign-ins.
    private static final int MOST_PER_USER = 1_000;

    /// How many sign-ins there may be before somebody looks which are over.
    private static final int BETWEEN_TIDYINGS = 128;

    private static final String BETWEEN = "\n";
    private static final String BEYOND = "\u000b";

    private final Pool pool;
    private final StoredMap<Grant> grants;
    private final StoredMap<Instant> signOuts;

    public Grants(Pool pool, Storage storage) {
        this.pool = pool;
        this.grants = storage.map("cognito-idp/grants/" + pool.id(), new JsonFormat<>(Grant.class));
        this.signOuts =
                storage.map("cognito-idp/signouts/" + pool.id(), new JsonFormat<>(Instant.class));
    }

    /// Forgets sign-ins whose time is over, and the oldest of somebody who has too many.
    private void tidy(String username, Instant now) {
        var all =
                of(username).stream()
                        .sorted(Comparator.comparing(Grant::authTime).reversed())
                        .toList();
        for (int i = 0; i < all.size(); i++) {
            if (i >= MOST_PER_USER || !now.isBefore(all.get(i).expiresAt())) {
                remove(all.get(i));
            }
        }
    }

    /// Somebody has signed in.
    ///
    /// @param event the id by which threat protection keeps that; absent if it does not watch
    public Grant begin(
            User user,
            AppClient client,
            List<String> scopes,
            Instant authTime,
            Optional<String> device,
            Optional<String> event,
            Instant now) {
        if (grants.size() % BETWEEN_TIDYINGS == 0) {
            tidy(user.username(), now);
        }
        var grant =
                new Grant(
                        UUID.randomUUID().toString(),
                        user.username(),
                        client.id(),
                        scopes,
                        authTime,
                        now.plus(client.settings().refreshTokens()),
                        UUID.randomUUID().toString(),
                        Optional.empty(),
                        Optional.empty(),
                        device,
                        event.or(() -> Optional.of(UUID.randomUUID().toString())));
        put(grant);
        return grant;
    }

    public Optional<Grant> find(String username, String origin) {
        return grants.get(key(username, origin));
    }

    public void put(Grant grant) {
        grants.put(key(grant.username(), grant.origin()), grant);
    }

    public void remove(Grant grant) {
        grants.remove(key(grant.username(), grant.origin()));
    }

    /// All tokens of somebody end.
    public void end(String username, Instant now) {
        of(username).forEach(this::remove);
        signOuts.put(Key.of(pool.folded(username)), now);
    }

    /// When all tokens of somebody ended last.
    public Optional<Instant> ended(String username) {
        return signOuts.get(Key.of(pool.folded(username)));
    }

    /// The sign-ins of somebody.
    public List<Grant> of(String username) {
        var start = pool.folded(username);
        return grants.ascending(
                        Optional.of(Key.of(start + BETWEEN)), Optional.of(Key.of(start + BEYOND)))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Key key(String username, String origin) {
        return Key.of(pool.folded(username) + BETWEEN + origin);
    }
}

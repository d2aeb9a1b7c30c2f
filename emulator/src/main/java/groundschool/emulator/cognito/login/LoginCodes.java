package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The codes of one pool that are still to be exchanged.
public final class LoginCodes {

    /// "The authorization code ... is valid for five minutes".
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final StoredMap<LoginCode> codes;

    public LoginCodes(Pool pool, Storage storage) {
        this.codes =
                storage.map(
                        "cognito-idp/logincodes/" + pool.id(), new JsonFormat<>(LoginCode.class));
    }

    /// A new code for somebody who has signed in.
    String make(Authorize wish, Step.Done done, Instant now) {
        codes.ascending()
                .filter(each -> !now.isBefore(each.getValue().expiresAt()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(codes::remove);
        var code = UUID.randomUUID().toString();
        codes.put(
                Key.of(code),
                new LoginCode(
                        code,
                        wish.client().id(),
                        done.user().username(),
                        wish.redirectUri(),
                        wish.scopes(),
                        wish.nonce(),
                        wish.challenge(),
                        done.authTime(),
                        done.event(),
                        now.plus(VALIDITY)));
        return code;
    }

    /// The code, which nobody can use after; nothing if there is none, or its time is over.
    Optional<LoginCode> take(String code, Instant now) {
        var found = codes.get(Key.of(code));
        found.ifPresent(each -> codes.remove(Key.of(code)));
        return found.filter(each -> now.isBefore(each.expiresAt()));
    }
}

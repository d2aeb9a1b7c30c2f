package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The sign-ins of one pool that are under way. A client holds a session only sealed; each is good
/// for one step.
public final class Sessions {

    private static final String KIND = "cognito-session";
    private static final int KEY_DIGITS = 14;

    private final Pool pool;
    private final UserPools pools;
    private final StoredMap<AuthSession> sessions;

    public Sessions(Pool pool, UserPools pools, Storage storage) {
        this.pool = pool;
        this.pools = pools;
        this.sessions =
                storage.map(
                        "cognito-idp/sessions/" + pool.id(), new JsonFormat<>(AuthSession.class));
    }

    /// The pool that an unsealed session is of; nothing if it is none.
    public static Optional<String> pool(String unsealed) {
        var parts = unsealed.split("\n", -1);
        return parts.length == 3 && parts[0].equals(KIND)
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    /// Begins a step, and forgets those whose time is over.
    ///
    /// @return the session as the client gets it
    public String begin(
            String clientId,
            Optional<String> username,
            String asked,
            Map<String, String> data,
            List<AuthSession.Round> rounds,
            Duration validity,
            Instant now) {
        forgetOld(now);
        var expiresAt = now.plus(validity);
        var id =
                ("%0" + KEY_DIGITS + "d-%s").formatted(expiresAt.toEpochMilli(), UUID.randomUUID());
        sessions.put(
                Key.of(id),
                new AuthSession(id, clientId, username, asked, data, rounds, expiresAt));
        return pools.seals().seal(String.join("\n", KIND, pool.id(), id));
    }

    /// The session that a client brings.
    ///
    /// @throws groundschool.emulator.AwsException if it is none, is over or was used
    public AuthSession open(String sealed, Instant now) {
        var id =
                pools.seals()
                        .open(sealed)
                        .filter(text -> pool(text).equals(Optional.of(pool.id())))
                        .map(text -> text.split("\n", -1)[2])
                        .orElseThrow(CognitoErrors::sessionInvalid);
        if (!now.isBefore(Instant.ofEpochMilli(Long.parseLong(id.substring(0, KEY_DIGITS))))) {
            throw CognitoErrors.sessionExpired();
        }
        return sessions.get(Key.of(id)).orElseThrow(CognitoErrors::sessionUsed);
    }

    /// The step is done: nobody takes it twice.
    ///
    /// @throws groundschool.emulator.AwsException if somebody was faster
    public void close(AuthSession session) {
        if (sessions.get(Key.of(session.id())).isEmpty()) {
            throw CognitoErrors.sessionUsed();
        }
        sessions.remove(Key.of(session.id()));
    }

    /// The same step, with other data.
    public void put(AuthSession session) {
        sessions.put(Key.of(session.id()), session);
    }

    private void forgetOld(Instant now) {
        var until = Key.of(("%0" + KEY_DIGITS + "d").formatted(now.toEpochMilli()));
        sessions.ascending(Optional.empty(), Optional.of(until))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(sessions::remove);
    }
}

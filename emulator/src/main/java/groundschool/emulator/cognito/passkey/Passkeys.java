package groundschool.emulator.cognito.passkey;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The passkeys of the people in one pool, and the registrations that are under way.
public final class Passkeys {

    /// "Passkeys per user: 20".
    private static final int MOST_PER_USER = 20;

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final String BETWEEN = "\n";
    private static final String BEYOND = "\u000b";

    private final Pool pool;
    private final StoredMap<Passkey> passkeys;
    private final StoredMap<Begun> begun;

    /// A registration that is under way.
    ///
    /// @param clientId of the application that began it
    record Begun(String challenge, String clientId, Instant expiresAt) {}

    public Passkeys(Pool pool, Storage storage) {
        this.pool = pool;
        this.passkeys =
                storage.map("cognito-idp/passkeys/" + pool.id(), new JsonFormat<>(Passkey.class));
        this.begun =
                storage.map(
                        "cognito-idp/passkeychallenges/" + pool.id(),
                        new JsonFormat<>(Begun.class));
    }

    /// Those of somebody, the oldest first.
    public List<Passkey> of(User user) {
        var start = pool.folded(user.username());
        return passkeys.ascending(
                        Optional.of(Key.of(start + BETWEEN)), Optional.of(Key.of(start + BEYOND)))
                .map(Map.Entry::getValue)
                .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
                .toList();
    }

    public Optional<Passkey> find(User user, String id) {
        return passkeys.get(key(user, id));
    }

    /// @throws groundschool.emulator.AwsException if somebody has too many, or that one already
    void add(User user, Passkey passkey) {
        if (of(user).size() >= MOST_PER_USER) {
            throw CognitoErrors.tooMany("Exceeded the maximum number of passkeys of a user.");
        }
        if (find(user, passkey.id()).isPresent()) {
            throw CognitoErrors.invalid("This passkey is registered already.");
        }
        put(user, passkey);
    }

    void put(User user, Passkey passkey) {
        passkeys.put(key(user, passkey.id()), passkey);
    }

    public void remove(User user, Passkey passkey) {
        passkeys.remove(key(user, passkey.id()));
    }

    /// Somebody has none any more.
    public void forget(User user) {
        of(user).forEach(each -> remove(user, each));
        begun.remove(Key.of(pool.folded(user.username())));
    }

    /// A registration begins; one before it is over.
    void begin(User user, String challenge, String clientId, Instant now) {
        begun.put(
                Key.of(pool.folded(user.username())),
                new Begun(challenge, clientId, now.plus(VALIDITY)));
    }

    /// The registration that is under way, which is over with that.
    Optional<Begun> take(User user, Instant now) {
        var key = Key.of(pool.folded(user.username()));
        var found = begun.get(key);
        found.ifPresent(_ -> begun.remove(key));
        return found.filter(each -> now.isBefore(each.expiresAt()));
    }

    private Key key(User user, String id) {
        return Key.of(pool.folded(user.username()) + BETWEEN + id);
    }
}

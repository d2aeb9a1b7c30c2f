package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The codes that people of one pool were sent and have not used yet.
public final class Codes {

    private static final String BETWEEN = "\n";

    private final Pool pool;
    private final StoredMap<Code> codes;
    private final SecureRandom random;

    /// What a code is for.
    public enum Purpose {
        SIGN_UP(Duration.ofHours(24)),
        PASSWORD(Duration.ofHours(1)),
        EMAIL(Duration.ofHours(24)),
        PHONE_NUMBER(Duration.ofHours(24));

        private final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }

        /// That of showing that an address is one's own.
        public static Purpose of(String attribute) {
            return attribute.equals("email") ? EMAIL : PHONE_NUMBER;
        }
    }

    public Codes(Pool pool, Storage storage, SecureRandom random) {
        this.pool = pool;
        this.codes = storage.map("cognito-idp/codes/" + pool.id(), new JsonFormat<>(Code.class));
        this.random = random;
    }

    /// Six digits.
    public static String digits(SecureRandom random) {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    /// A new code, in the place of the one before.
    public Code make(User user, Purpose purpose, Optional<String> value, Instant now) {
        var code = new Code(digits(random), now.plus(purpose.validity), value);
        codes.put(key(user, purpose), code);
        return code;
    }

    public Optional<Code> find(User user, Purpose purpose) {
        return codes.get(key(user, purpose));
    }

    /// The code that was sent, if these are its digits.
    ///
    /// @throws groundschool.emulator.AwsException if there is none, its time is over, or it is
    ///   another
    public Code check(User user, Purpose purpose, String digits, Instant now) {
        var code = find(user, purpose).orElseThrow(CognitoErrors::codeExpired);
        if (!now.isBefore(code.expiresAt())) {
            throw CognitoErrors.codeExpired();
        }
        if (!Hashes.same(code.digits(), digits)) {
            throw CognitoErrors.codeMismatch();
        }
        return code;
    }

    public void remove(User user, Purpose purpose) {
        codes.remove(key(user, purpose));
    }

    /// Somebody who is gone has none.
    public void forget(User user) {
        for (var purpose : Purpose.values()) {
            remove(user, purpose);
        }
    }

    private Key key(User user, Purpose purpose) {
        return Key.of(pool.folded(user.username()) + BETWEEN + purpose.name());
    }
}

package groundschool.emulator.iam.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// What is kept of a password, from which it cannot be had back: PBKDF2 with SHA-256.
///
/// Source: [RFC 8018](https://www.rfc-editor.org/rfc/rfc8018)
final class PasswordDigest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BITS = 256;

    /// Few, for they are spent while a sandbox is locked: what these passwords open is a learner's
    /// own playground. The number is kept with each digest, so that it can be raised.
    private static final int ROUNDS = 10_000;

    private PasswordDigest() {}

    /// A new digest: the rounds, a salt of its own, and what follows from both.
    static String of(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return "%d:%s:%s".formatted(ROUNDS, text(salt), text(digest(password, salt, ROUNDS)));
    }

    /// Whether a digest is of that password.
    static boolean matches(String digest, String password) {
        var parts = digest.split(":", 3);
        var salt = Base64.getDecoder().decode(parts[1]);
        return MessageDigest.isEqual(
                Base64.getDecoder().decode(parts[2]),
                digest(password, salt, Integer.parseInt(parts[0])));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] digest(String password, byte[] salt, int rounds) {
        try {
            var asked = new PBEKeySpec(password.toCharArray(), salt, rounds, DIGEST_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(asked)
                    .getEncoded();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

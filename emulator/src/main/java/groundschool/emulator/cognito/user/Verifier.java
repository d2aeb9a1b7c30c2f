package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.flow.Srp;
import groundschool.emulator.cognito.pool.Pool;
import java.math.BigInteger;
import java.security.SecureRandom;

/// What is kept of a password: enough to see whether somebody knows it, and never the password.
///
/// @param salt in hexadecimal
/// @param value in hexadecimal
public record Verifier(String salt, String value) {

    private static final int SALT_BITS = 128;

    /// The verifier of a new password.
    public static Verifier of(Pool pool, String username, String password, SecureRandom random) {
        var salt = new BigInteger(SALT_BITS, random);
        return new Verifier(
                salt.toString(16),
                Srp.verifier(pool.shortName(), username, password, salt).toString(16));
    }

    /// Whether that is the password.
    public boolean matches(Pool pool, String username, String password) {
        var found =
                Srp.verifier(pool.shortName(), username, password, new BigInteger(salt, 16))
                        .toString(16);
        return Hashes.same(found, value);
    }
}

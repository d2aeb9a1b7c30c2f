package groundschool.emulator.iam.mfa;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The codes of an authenticator application: six digits, new ones every 30 seconds.
///
/// Source: [RFC 6238](https://www.rfc-editor.org/rfc/rfc6238), [RFC
/// 4226](https://www.rfc-editor.org/rfc/rfc4226#section-5.3)
public final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /// The number of the 30 seconds that a time lies in.
    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /// The code that an application shows at that time.
    ///
    /// @param seed in Base32
    public static String code(String seed, Instant time) {
        return code(seed, step(time));
    }

    static String code(String seed, long step) {
        var hash = hash(Base32.decode(seed), step);
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % MODULUS);
    }

    private static byte[] hash(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

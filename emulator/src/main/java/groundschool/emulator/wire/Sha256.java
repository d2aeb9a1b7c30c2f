package groundschool.emulator.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes by SHA-256. A copy of a fresh digest is made in a fraction of the time in which the JDK
/// finds one by its name.
final class Sha256 {

    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    /// The hash in hexadecimal digits.
    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) FRESH.clone()).digest(bytes));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's digests can be copied", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

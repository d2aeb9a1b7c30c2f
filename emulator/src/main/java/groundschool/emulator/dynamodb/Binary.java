package groundschool.emulator.dynamodb;

import java.util.Arrays;
import java.util.Base64;

/// Immutable bytes, which compare unsigned from the left.
public final class Binary implements Comparable<Binary> {

    private final byte[] bytes;

    private Binary(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of these bytes.
    public static Binary of(byte... bytes) {
        return new Binary(bytes.clone());
    }

    /// These very bytes, which the caller gives away.
    static Binary wrapping(byte[] bytes) {
        return new Binary(bytes);
    }

    /// @throws IllegalArgumentException if the text is not Base64 with padding
    public static Binary fromBase64(String text) {
        return new Binary(Base64.getDecoder().decode(text));
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// A copy of the bytes.
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /// The bytes themselves, not to be changed.
    byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    public boolean startsWith(Binary prefix) {
        return prefix.bytes.length <= bytes.length
                && Arrays.mismatch(prefix.bytes, 0, prefix.length(), bytes, 0, prefix.length()) < 0;
    }

    public boolean contains(Binary part) {
        for (int from = 0; from + part.length() <= length(); from++) {
            if (Arrays.equals(
                    bytes, from, from + part.length(), part.bytes, 0, part.bytes.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compareTo(Binary other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}

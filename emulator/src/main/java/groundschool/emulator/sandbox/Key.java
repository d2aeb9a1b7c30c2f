package groundschool.emulator.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// The key of an entry in a `StoredMap`: bytes that compare unsigned, from the left.
public final class Key implements Comparable<Key> {

    private final byte[] bytes;

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A key of these bytes, which the caller gives away.
    public static Key of(byte[] bytes) {
        return new Key(bytes);
    }

    /// A key of the UTF-8 bytes of a text.
    public static Key of(String text) {
        return new Key(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes, not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// The text whose UTF-8 bytes these are.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}

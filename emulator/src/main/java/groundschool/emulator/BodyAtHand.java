package groundschool.emulator;

import java.io.ByteArrayInputStream;

/// A body that can be had without copying it.
final class BodyAtHand extends ByteArrayInputStream {

    private final byte[] bytes;

    BodyAtHand(byte[] bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    /// All of it, whatever has been read.
    byte[] bytes() {
        return bytes;
    }

    boolean isUnread() {
        return available() == bytes.length;
    }
}

package groundschool.emulator.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Where the bytes of one record of a log are put together, after room for what frames it.
///
/// Numbers take as many bytes as they need, seven bits each, the lowest first.
final class RecordBuffer {

    /// What is kept for the next record; a larger array is given back.
    private static final int KEPT_BYTES = 1 << 14;

    private byte[] bytes = new byte[128];
    private int end = LogFormat.FRAME_BYTES;

    void number(long number) {
        ensure(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    void bytes(byte[] added) {
        number(added.length);
        ensure(added.length);
        System.arraycopy(added, 0, bytes, end, added.length);
        end += added.length;
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Where the next byte goes.
    int end() {
        return end;
    }

    boolean isEmpty() {
        return end == LogFormat.FRAME_BYTES;
    }

    /// Takes back all from there on.
    void truncate(int newEnd) {
        end = newEnd;
    }

    void clear() {
        end = LogFormat.FRAME_BYTES;
        if (bytes.length > KEPT_BYTES) {
            bytes = new byte[128];
        }
    }

    /// The whole record: the frame's room, and all that was put in, up to `end`.
    byte[] array() {
        return bytes;
    }

    private void ensure(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(end, more)));
        }
    }
}

package groundschool.emulator.dynamodb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Texts that JSON has as they are: ASCII without quotes, backslashes and control characters.
final class PlainText {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;
    private static final long BLANKS = 0x2020202020202020L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;

    private PlainText() {}

    /// Looks at eight bytes at once. Each term sets the sign of the bytes that are not plain; a
    /// byte borrows from the next only if it is none itself, so that no sign is set in vain.
    static boolean is(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long signs =
                    eight | eight - BLANKS | (eight ^ QUOTES) - ONES | (eight ^ BACKSLASHES) - ONES;
            if ((signs & SIGNS) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] < ' ' || bytes[at] == '"' || bytes[at] == '\\') {
                return false;
            }
        }
        return true;
    }
}

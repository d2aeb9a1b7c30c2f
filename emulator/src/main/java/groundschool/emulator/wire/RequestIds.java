package groundschool.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Ids of requests as DynamoDB gives them: 52 characters of base 32.
public final class RequestIds {

    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 52;

    /// So many letters leave six bits of chance in the last of them.
    private static final int LETTERS_OF_AN_INT = 5;

    private static final long LOW = 0xFFFF_FFFFL;

    private RequestIds() {}

    /// An id as most other services give it.
    public static String uuid() {
        var random = ThreadLocalRandom.current();
        return new UUID(
                        random.nextLong() & ~0xF000L | 0x4000L,
                        random.nextLong() & ~(3L << 62) | 1L << 63)
                .toString();
    }

    /// An id that no other request has.
    public static String next() {
        var random = ThreadLocalRandom.current();
        var id = new byte[LENGTH];
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (i % LETTERS_OF_AN_INT == 0) {
                bits = random.nextInt() & LOW;
            }
            // The digits of a fraction: what is above the point is the next letter.
            bits *= ALPHABET.length;
            id[i] = ALPHABET[(int) (bits >>> Integer.SIZE)];
            bits &= LOW;
        }
        return new String(id, StandardCharsets.ISO_8859_1);
    }
}

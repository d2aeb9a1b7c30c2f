package groundschool.emulator.wire;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Ids of requests as DynamoDB gives them: 52 characters of base 32.
public final class RequestIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

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
        var id = new StringBuilder(52);
        for (int i = 0; i < 52; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}

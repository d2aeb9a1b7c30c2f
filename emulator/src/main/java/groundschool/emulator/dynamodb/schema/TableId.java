package groundschool.emulator.dynamodb.schema;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// What tells a table from others that had its name.
public final class TableId {

    private TableId() {}

    /// A UUID of version 4.
    public static String fresh(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low).toString();
    }
}

package groundschool.emulator.dynamodb.capacity;

/// How many units reading or writing so many bytes takes.
///
/// Source: [Capacity unit
/// consumption](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html)
public final class CapacityUnits {

    private static final int READ_BYTES = 4096;
    private static final int WRITE_BYTES = 1024;

    private CapacityUnits() {}

    /// One for each 4 KB, at least one; half of it if the read may be stale.
    public static double read(long sizeBytes, boolean consistent) {
        long units = Math.max(1, Math.ceilDiv(sizeBytes, READ_BYTES));
        return consistent ? units : units / 2.0;
    }

    /// One for each 1 KB, at least one.
    public static double write(long sizeBytes) {
        return Math.max(1, Math.ceilDiv(sizeBytes, WRITE_BYTES));
    }
}

package groundschool.emulator.dynamodb;

/// Which part of a table a scan reads, so that several can share the work.
///
/// Source: [Parallel
/// scan](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan)
///
/// @param segment counts from 0
/// @param total at least 1
public record Segments(int segment, int total) {

    /// One scan alone.
    public static final Segments WHOLE = new Segments(0, 1);

    /// The part.
    public KeySpan span() {
        return KeySpan.ofSegment(segment, total);
    }
}

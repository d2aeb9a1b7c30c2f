package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.dynamodb.capacity.Consumption.Unit;
import groundschool.emulator.sandbox.Key;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// The partitions of a table or a global index: ranges of its keys, in their order, each of which
/// does 3,000 reads and 1,000 writes a second and no more, however much is provisioned.
///
/// A partition may use all that its table has, up to that limit: what AWS calls adaptive capacity
/// began as a loan between partitions and is now instant. One that stays hot is split where that
/// helps; one item stays in one partition. Times are in microseconds.
///
/// Sources: [Partition
/// keys](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html),
/// [burst and adaptive
/// capacity](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html)
final class Partitions {

    static final double READS_PER_SECOND = 3000;
    static final double WRITES_PER_SECOND = 1000;
    private static final long SIZE_BYTES = 10L * 1024 * 1024 * 1024;

    /// Unlike AWS, which has no such limit: beyond it each of ours stands for several.
    private static final int MOST = 1024;

    private static final double MICROS = 1_000_000;
    static final Key START = Key.of(new byte[0]);
    private static final Key NONE = Key.of(new byte[0]);

    /// Keys that stay in one partition: the least of those that one belongs to.
    private final UnaryOperator<Key> together;

    private final UnaryOperator<Key> after;

    /// Where each partition begins, and what it has left. In arrays, so that no object is made when
    /// a key is looked up.
    private Key[] starts = {START};

    private double[] reads = {READS_PER_SECOND};
    private double[] writes = {WRITES_PER_SECOND};
    private long[] filledAt = {0};

    /// The key that was looked up last, which a call does several times, and where it is.
    private Key lastKey = NONE;

    private int lastPartition;

    /// How many of AWS's partitions each stands for.
    private double each = 1;

    /// By the start of the partition.
    private final Map<Key, Heat> heats = new HashMap<>();

    /// @param together the least of those keys that stay in one partition with a key
    /// @param after the least key after those
    Partitions(UnaryOperator<Key> together, UnaryOperator<Key> after) {
        this.together = together;
        this.after = after;
    }

    /// How many AWS has for so many units per second and so many bytes.
    static double needed(double reads, double writes, long sizeBytes) {
        return Math.max(
                Math.max(
                        Math.ceil(reads / READS_PER_SECOND), Math.ceil(writes / WRITES_PER_SECOND)),
                Math.max(1, Math.ceilDiv(sizeBytes, SIZE_BYTES)));
    }

    /// Where each begins.
    List<Key> starts() {
        return List.of(starts);
    }

    int count() {
        return starts.length;
    }

    /// Has at least so many, which share the hashes of keys evenly. There are never fewer again.
    void grow(double wanted) {
        int even = (int) Math.min(wanted, MOST);
        double more = Math.max(0, wanted / even - each);
        each += more;
        for (int i = 0; i < starts.length; i++) {
            reads[i] += READS_PER_SECOND * more;
            writes[i] += WRITES_PER_SECOND * more;
        }
        if (even <= starts.length) {
            return;
        }
        var all = new TreeSet<>(Arrays.asList(starts));
        for (int i = 1; i < even; i++) {
            long hash = (1L << Integer.SIZE) * i / even;
            all.add(Key.of(ByteBuffer.allocate(Integer.BYTES).putInt((int) hash).array()));
        }
        become(all);
    }

    private void become(TreeSet<Key> newStarts) {
        lastKey = NONE;
        var before = starts;
        var readsBefore = reads;
        var writesBefore = writes;
        var filledBefore = filledAt;
        int count = newStarts.size();
        starts = newStarts.toArray(Key[]::new);
        reads = new double[count];
        writes = new double[count];
        filledAt = new long[count];
        for (int i = 0; i < count; i++) {
            int old = Arrays.binarySearch(before, starts[i]);
            reads[i] = old < 0 ? READS_PER_SECOND * each : readsBefore[old];
            writes[i] = old < 0 ? WRITES_PER_SECOND * each : writesBefore[old];
            filledAt[i] = old < 0 ? 0 : filledBefore[old];
        }
    }

    /// Whether the partition of a key has nothing left at that time.
    boolean isExhausted(Unit unit, Key at, long now) {
        int partition = of(at);
        fill(partition, now);
        return left(unit)[partition] <= 0;
    }

    /// Takes units of the partition of a key, or gives them back if there are less than none.
    void take(Unit unit, double units, Key at) {
        left(unit)[of(at)] -= units;
    }

    /// Notes that the partition of a key refused, and splits it if it has been hot for long.
    void heat(Key at, long now) {
        var start = starts[of(at)];
        var heat = heats.computeIfAbsent(start, _ -> new Heat(now));
        heat.note(at, now);
        if (heat.lasts()) {
            heats.remove(start);
            var all = new TreeSet<>(Arrays.asList(starts));
            all.addAll(heat.splits(together, after));
            if (all.size() <= MOST) {
                become(all);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // to compare the bytes would take as long as to look
    private int of(Key at) {
        if (starts.length == 1) {
            return 0;
        }
        if (at != lastKey) {
            int found = Arrays.binarySearch(starts, at);
            lastPartition = found < 0 ? -found - 2 : found;
            lastKey = at;
        }
        return lastPartition;
    }

    private double[] left(Unit unit) {
        return switch (unit) {
            case READ -> reads;
            case WRITE -> writes;
        };
    }

    private void fill(int partition, long now) {
        double seconds = (now - filledAt[partition]) / MICROS;
        if (seconds > 0) {
            reads[partition] = filled(reads[partition], READS_PER_SECOND * each, seconds);
            writes[partition] = filled(writes[partition], WRITES_PER_SECOND * each, seconds);
            filledAt[partition] = now;
        }
    }

    private static double filled(double left, double perSecond, double seconds) {
        return Math.min(perSecond, left + perSecond * seconds);
    }
}

package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.dynamodb.capacity.Consumption.Unit;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.sandbox.Key;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a table or a global index has left of its capacity, as a whole and in each partition. Times
/// are in microseconds.
final class Meter {

    private static final Optional<Limit> PARTITION_EXHAUSTED = Optional.of(Limit.KEY_RANGE);

    /// The partitions that a new table on demand has.
    private static final int ON_DEMAND = 4;

    private final long sizeBytes;
    private final Partitions partitions;
    private Allowance reads;
    private Allowance writes;
    private BillingMode mode;

    /// How far the partitions were grown.
    private double grownTo;

    /// @param sizeBytes of what is in it already
    Meter(
            CapacitySettings reads,
            CapacitySettings writes,
            long sizeBytes,
            Partitions partitions,
            long now) {
        this.sizeBytes = sizeBytes;
        this.partitions = partitions;
        this.mode = reads.mode();
        this.reads = Allowance.of(reads, Unit.READ, now);
        this.writes = Allowance.of(writes, Unit.WRITE, now);
        grow();
    }

    /// Goes on with other settings.
    void change(CapacitySettings newReads, CapacitySettings newWrites, long now) {
        mode = newReads.mode();
        reads = reads.with(newReads, Unit.READ, now);
        writes = writes.with(newWrites, Unit.WRITE, now);
        grow();
    }

    /// The least keys of the partitions. Those that every table on demand begins with count as one:
    /// unlike AWS, where the stream of such a table has several shards from the beginning, so that
    /// whoever reads a small table's stream finds all of it in one.
    List<Key> partitions() {
        boolean isSmall = mode == BillingMode.PAY_PER_REQUEST && partitions.count() <= ON_DEMAND;
        return isSmall ? List.of() : partitions.starts();
    }

    /// What stands against taking units; absent if nothing does.
    ///
    /// @param at the key that is touched, asked for only where there are several partitions
    Optional<Limit> exhausted(Unit unit, Supplier<Key> at, long now) {
        var whole = allowance(unit).exhausted(now);
        if (whole.isPresent()) {
            return whole;
        }
        var key = partition(at);
        if (!partitions.isExhausted(unit, key, now)) {
            return Optional.empty();
        }
        // The key only now, if it was not worth while before.
        partitions.heat(at.get(), now);
        return PARTITION_EXHAUSTED;
    }

    /// Takes units, or gives them back if there are less than none.
    void take(Unit unit, double units, Supplier<Key> at, long now) {
        allowance(unit).take(units, now);
        if (reads.perSecond() + writes.perSecond() > grownTo) {
            grow();
        }
        partitions.take(unit, units, partition(at));
    }

    private Key partition(Supplier<Key> at) {
        return partitions.count() == 1 ? Partitions.START : at.get();
    }

    private Allowance allowance(Unit unit) {
        return switch (unit) {
            case READ -> reads;
            case WRITE -> writes;
        };
    }

    private void grow() {
        grownTo = reads.perSecond() + writes.perSecond();
        partitions.grow(Partitions.needed(reads.perSecond(), writes.perSecond(), sizeBytes));
    }
}

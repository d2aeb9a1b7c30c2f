package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.dynamodb.capacity.Consumption.Unit;
import groundschool.emulator.sandbox.Key;
import java.util.Optional;
import java.util.function.Supplier;

/// What a table or a global index has left of its capacity, as a whole and in each partition. Times
/// are in microseconds.
final class Meter {

    private static final Optional<Limit> PARTITION_EXHAUSTED = Optional.of(Limit.KEY_RANGE);

    private final long sizeBytes;
    private final Partitions partitions;
    private Allowance reads;
    private Allowance writes;

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
        this.reads = Allowance.of(reads, Unit.READ, now);
        this.writes = Allowance.of(writes, Unit.WRITE, now);
        grow();
    }

    /// Goes on with other settings.
    void change(CapacitySettings newReads, CapacitySettings newWrites, long now) {
        reads = reads.with(newReads, Unit.READ, now);
        writes = writes.with(newWrites, Unit.WRITE, now);
        grow();
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

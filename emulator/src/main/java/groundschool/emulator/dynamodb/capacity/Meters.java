package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.dynamodb.KeySpan;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.capacity.Consumption.Unit;
import groundschool.emulator.dynamodb.schema.PendingUpdate;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one table and its global indexes have left of their capacity.
///
/// In memory only, for as long as the sandbox is there: a sandbox that has been asleep, or was
/// rewound, begins with all of it. There is one for each table, and it goes with the table.
public final class Meters {

    private Optional<TableDefinition> followed = Optional.empty();
    private Optional<Meter> table = Optional.empty();
    private final Map<String, Meter> indexes = new HashMap<>();

    /// When what is followed becomes something else by itself.
    private Instant changesAt = Instant.MAX;

    static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }

    /// The table's.
    Meter ofTable(Table asking, Instant now) {
        follow(asking, now);
        return table.orElseThrow();
    }

    /// The least keys of the table's partitions; none if nobody has used it yet.
    public List<Key> partitions() {
        return table.map(Meter::partitions).orElse(List.of());
    }

    /// A global index's.
    Optional<Meter> ofIndex(String index, Table asking, Instant now) {
        follow(asking, now);
        return Optional.ofNullable(indexes.get(index));
    }

    /// Has what is set of the table count from now on.
    public void changed(Table changed, Instant now) {
        if (table.isPresent()) {
            follow(changed, now);
        }
    }

    /// Sees to it that what is set now is what counts, since when it was.
    @SuppressWarnings("ReferenceEquality") // another object may be another definition
    private void follow(Table asking, Instant now) {
        var definition = asking.definition();
        if (followed.isPresent() && followed.get() == definition && now.isBefore(changesAt)) {
            return;
        }
        long since = micros(now.isBefore(changesAt) ? now : changesAt);
        followed = Optional.of(definition);
        changesAt = definition.pending(now).map(PendingUpdate::until).orElse(Instant.MAX);
        var reads = CapacitySettings.of(definition, Unit.READ, now);
        var writes = CapacitySettings.of(definition, Unit.WRITE, now);
        if (table.isPresent()) {
            table.get().change(reads, writes, since);
        } else {
            table =
                    Optional.of(
                            new Meter(
                                    reads,
                                    writes,
                                    asking.contents().bytesIfMany(),
                                    new Partitions(
                                            asking.contents()::together,
                                            asking.contents()::afterTogether),
                                    micros(now)));
        }
        followIndexes(asking, now);
    }

    private void followIndexes(Table asking, Instant now) {
        var definition = asking.definition();
        indexes.keySet().removeIf(name -> definition.globalIndex(name).isEmpty());
        for (var index : definition.globalIndexes()) {
            var reads = CapacitySettings.of(definition, index, Unit.READ);
            var writes = CapacitySettings.of(definition, index, Unit.WRITE);
            var known = Optional.ofNullable(indexes.get(index.indexName()));
            if (known.isPresent()) {
                known.get().change(reads, writes, micros(now));
            } else {
                indexes.put(
                        index.indexName(),
                        new Meter(
                                reads,
                                writes,
                                asking.contents().bytesIfMany(asking.index(index.indexName())),
                                new Partitions(key -> key, KeySpan::next),
                                micros(now)));
            }
        }
    }
}

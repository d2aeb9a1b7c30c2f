package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.dynamodb.stream.StreamEntry.OperationType;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The records of one stream, by their sequence numbers, and the shards in which they are.
public final class StreamLog {

    private static final Key LAST = Key.of("last");
    private static final Key TRIMMED = Key.of("trimmed");
    private static final int PAGE_BYTES = 1024 * 1024;

    private final StoredMap<StreamEntry> entries;
    private final StoredMap<Long> counter;
    private final StreamViewType viewType;
    private final StreamShards shards;

    /// @param name unique among the streams of the storage
    /// @param openedAt when the stream began
    StreamLog(String name, StreamViewType viewType, Instant openedAt, Storage storage) {
        this.entries = storage.map(entriesOf(name), RecordFormat.of(StreamEntry.class));
        this.counter = storage.map(counterOf(name), RecordFormat.of(Long.class));
        this.viewType = viewType;
        this.shards = new StreamShards(name, openedAt, storage);
    }

    static String entriesOf(String name) {
        return name + "/records";
    }

    static String counterOf(String name) {
        return name + "/counter";
    }

    /// As AWS writes it: 21 digits, which sort as the numbers do.
    static String sequenceNumber(long number) {
        return "1%020d".formatted(number);
    }

    /// Notes a change, if it is one.
    ///
    /// @param at where the item lies
    /// @param partitions the least keys of the table's partitions, as far as they are known
    /// @param byService whether the item was deleted because it had expired
    public void append(
            Key at,
            List<Key> partitions,
            Optional<Item> before,
            Optional<Item> after,
            KeySchema key,
            Instant now,
            boolean byService) {
        if (before.equals(after)) {
            return;
        }
        trim(now);
        openShards(now, partitions);
        long number = last() + 1;
        counter.put(LAST, number);
        var sequenceNumber = sequenceNumber(number);
        var operation =
                before.isEmpty()
                        ? OperationType.INSERT
                        : after.isEmpty() ? OperationType.REMOVE : OperationType.MODIFY;
        entries.put(
                Key.of(sequenceNumber),
                new StreamEntry(
                        sequenceNumber,
                        operation,
                        now,
                        key.of(after.or(() -> before).orElseThrow()),
                        after.filter(_ -> viewType.showsNew()),
                        before.filter(_ -> viewType.showsOld()),
                        byService,
                        Optional.of(shards.slot(at)).filter(slot -> slot > 0)));
    }

    /// The number that was given last, to a record or to the beginning of a shard; 0 if none was.
    public long last() {
        return counter.get(LAST).orElse(0L);
    }

    /// The least number that can still be read: the records before it were trimmed.
    public long horizon(Instant now) {
        trim(now);
        return counter.get(TRIMMED).orElse(0L) + 1;
    }

    /// The shards that can be read, the oldest first.
    ///
    /// @param ended when the stream was, if it was
    List<StreamShard> shards(Instant now, Optional<Instant> ended) {
        openShards(ended.orElse(now), List.of());
        return shards.list(now, ended, last());
    }

    private void openShards(Instant now, List<Key> partitions) {
        long last = last();
        long opened = shards.open(now, last, partitions);
        if (opened != last) {
            counter.put(LAST, opened);
        }
    }

    /// The records of a shard from that number on, as many as one answer has.
    List<StreamEntry> from(long number, StreamShard shard, int limit) {
        var page = new ArrayList<StreamEntry>();
        int size = 0;
        var rest =
                entries.ascending(
                                Optional.of(Key.of(sequenceNumber(number))),
                                shard.end().map(end -> Key.of(sequenceNumber(end + 1))))
                        .map(Map.Entry::getValue)
                        .filter(entry -> entry.slot().orElse(0) == shard.slot());
        for (var entry : (Iterable<StreamEntry>) rest::iterator) {
            if (page.size() == limit || size > 0 && size + entry.sizeBytes() > PAGE_BYTES) {
                break;
            }
            size += entry.sizeBytes();
            page.add(entry);
        }
        return page;
    }

    private void trim(Instant now) {
        var oldest = now.minus(StreamDefinition.RETENTION);
        var over = new ArrayList<Key>();
        for (var entry : (Iterable<Map.Entry<Key, StreamEntry>>) entries.ascending()::iterator) {
            if (entry.getValue().at().isAfter(oldest)) {
                break;
            }
            over.add(entry.getKey());
        }
        if (!over.isEmpty()) {
            counter.put(TRIMMED, Long.parseLong(over.getLast().text().substring(1)));
            over.forEach(entries::remove);
        }
    }
}

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

/// The records of one stream, by their sequence numbers, which follow each other without a gap.
public final class StreamLog {

    private static final Key LAST = Key.of("last");
    private static final int PAGE_BYTES = 1024 * 1024;

    private final StoredMap<StreamEntry> entries;
    private final StoredMap<Long> counter;
    private final StreamViewType viewType;

    /// @param name unique among the streams of the storage
    StreamLog(String name, StreamViewType viewType, Storage storage) {
        this.entries = storage.map(entriesOf(name), RecordFormat.of(StreamEntry.class));
        this.counter = storage.map(counterOf(name), RecordFormat.of(Long.class));
        this.viewType = viewType;
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
    /// @param byService whether the item was deleted because it had expired
    public void append(
            Optional<Item> before,
            Optional<Item> after,
            KeySchema key,
            Instant now,
            boolean byService) {
        if (before.equals(after)) {
            return;
        }
        trim(now);
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
                        byService));
    }

    /// The number of the newest record; 0 if there was none yet.
    public long last() {
        return counter.get(LAST).orElse(0L);
    }

    /// The number of the oldest record that can be read, or of the next one if there is none.
    public long horizon(Instant now) {
        trim(now);
        return entries.ascending()
                .findFirst()
                .map(entry -> Long.parseLong(entry.getKey().text().substring(1)))
                .orElseGet(() -> last() + 1);
    }

    /// The records from that number on, as many as one answer has.
    List<StreamEntry> from(long number, int limit) {
        var page = new ArrayList<StreamEntry>();
        int size = 0;
        var rest =
                entries.ascending(Optional.of(Key.of(sequenceNumber(number))), Optional.empty())
                        .map(Map.Entry::getValue);
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
        over.forEach(entries::remove);
    }
}

package groundschool.emulator.dynamodb.backup;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.ItemFormat;
import groundschool.emulator.sandbox.Format;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What items of a table were before each change of the last days, so that the table can be brought
/// back to what it was at any time of them.
///
/// It holds as much as was changed, and not a copy of the table for each time.
public final class History {

    private final StoredMap<Before> changes;
    private final Duration kept;

    public History(String map, Duration kept, Storage storage) {
        this.changes = storage.map(map, new BeforeFormat());
        this.kept = kept;
    }

    /// What lay at a place before a change; absent if nothing did.
    record Before(Key at, Optional<Item> item) {}

    /// Notes a change.
    public void note(Key at, Optional<Item> before, Instant now) {
        var over = new ArrayList<Key>();
        changes.ascending(Optional.empty(), Optional.of(key(now.minus(kept), 0)))
                .map(Map.Entry::getKey)
                .forEach(over::add);
        over.forEach(changes::remove);
        long number =
                changes.descending(Optional.of(key(now, 0)), Optional.empty())
                        .findFirst()
                        .map(entry -> ByteBuffer.wrap(entry.getKey().bytes()).getLong(Long.BYTES))
                        .orElse(0L);
        changes.put(key(now, number + 1), new Before(at, before));
    }

    /// Brings a copy of the items back to what they were at a time.
    ///
    /// @param items a copy of what they are now
    public void undo(StoredMap<Item> items, Instant to) {
        // What was written in the very millisecond counts as written.
        var later =
                changes.descending(Optional.of(key(to.plusMillis(1), 0)), Optional.empty())
                        .map(Map.Entry::getValue)
                        .toList();
        for (var change : later) {
            change.item.ifPresentOrElse(
                    item -> items.put(change.at, item), () -> items.remove(change.at));
        }
    }

    /// What lay at a time at each place that was written later.
    ///
    /// @return by place; absent if nothing lay there
    public Map<Key, Optional<Item>> since(Instant time) {
        var lain = new HashMap<Key, Optional<Item>>();
        changes.ascending(Optional.of(key(time.plusMillis(1), 0)), Optional.empty())
                .map(Map.Entry::getValue)
                .forEach(change -> lain.putIfAbsent(change.at, change.item));
        return lain;
    }

    /// What became of an item in a period.
    ///
    /// @param before at its beginning; absent if there was none
    /// @param after at its end
    /// @param writtenAt when it was written last within
    public record Change(Optional<Item> before, Optional<Item> after, Instant writtenAt) {}

    /// What was written in a period.
    ///
    /// @param from included
    /// @param to not included
    /// @param items what there is now
    /// @return by place, those that were written first coming first
    public Map<Key, Change> between(Instant from, Instant to, StoredMap<Item> items) {
        var later = since(to.minusMillis(1));
        var found = new LinkedHashMap<Key, Change>();
        changes.ascending(Optional.of(key(from, 0)), Optional.of(key(to, 0)))
                .forEach(entry -> {
                    var at = entry.getValue().at;
                    var before =
                            Optional.ofNullable(found.get(at))
                                    .map(Change::before)
                                    .orElse(entry.getValue().item);
                    var after = later.containsKey(at) ? later.get(at) : items.get(at);
                    found.put(at, new Change(before, after, time(entry.getKey())));
                });
        return found;
    }

    private static Instant time(Key key) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(key.bytes()).getLong());
    }

    /// How the changes are stored.
    public static Format<?> format() {
        return new BeforeFormat();
    }

    private static Key key(Instant time, long number) {
        return Key.of(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(time.toEpochMilli())
                        .putLong(number)
                        .array());
    }

    /// The place behind its length, then the item if there was one.
    private record BeforeFormat() implements Format<Before> {

        private static final ItemFormat ITEMS = new ItemFormat();

        @Override
        public byte[] write(Before before) {
            var item = before.item.map(ITEMS::write).orElse(new byte[0]);
            var at = before.at.bytes();
            return ByteBuffer.allocate(Integer.BYTES + at.length + item.length)
                    .putInt(at.length)
                    .put(at)
                    .put(item)
                    .array();
        }

        @Override
        public Before read(byte[] bytes) {
            var in = ByteBuffer.wrap(bytes);
            var at = new byte[in.getInt()];
            in.get(at);
            var item = new byte[in.remaining()];
            in.get(item);
            return new Before(
                    Key.of(at),
                    item.length == 0 ? Optional.empty() : Optional.of(ITEMS.read(item)));
        }
    }
}

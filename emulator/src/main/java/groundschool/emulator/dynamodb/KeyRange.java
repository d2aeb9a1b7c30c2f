package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Key;
import java.util.Optional;

/// A part of a table or an index: what lies from one key on and before another.
///
/// @param from open if absent
/// @param to open if absent
record KeyRange(Optional<Key> from, Optional<Key> to) {

    static final KeyRange ALL = new KeyRange(Optional.empty(), Optional.empty());

    /// All items of one partition key.
    static KeyRange ofPartition(AttributeValue partition) {
        var prefix = ItemKey.prefix(partition);
        return new KeyRange(Optional.of(Key.of(prefix)), Optional.of(ItemKey.after(prefix)));
    }

    /// One of the equal parts into which a parallel scan divides the hashes.
    static KeyRange ofSegment(int segment, int segments) {
        return new KeyRange(
                segment == 0
                        ? Optional.empty()
                        : Optional.of(Key.of(ItemKey.startOf(segment, segments))),
                segment + 1 == segments
                        ? Optional.empty()
                        : Optional.of(Key.of(ItemKey.startOf(segment + 1, segments))));
    }

    boolean has(Key key) {
        return from.filter(start -> key.compareTo(start) < 0).isEmpty()
                && to.filter(end -> key.compareTo(end) >= 0).isEmpty();
    }

    /// What of this range comes after a key.
    ///
    /// @param forward whether the range is read in the order of its keys
    KeyRange after(Key key, boolean forward) {
        return forward
                ? new KeyRange(Optional.of(next(key)), to)
                : new KeyRange(from, Optional.of(key));
    }

    /// The least key that is greater.
    private static Key next(Key key) {
        return Key.of(java.util.Arrays.copyOf(key.bytes(), key.bytes().length + 1));
    }
}

package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.expression.Comparator;
import groundschool.emulator.dynamodb.expression.KeyRange;
import groundschool.emulator.dynamodb.expression.SortKeyCondition;
import groundschool.emulator.dynamodb.expression.SortKeyCondition.BeginsWith;
import groundschool.emulator.dynamodb.expression.SortKeyCondition.Between;
import groundschool.emulator.dynamodb.expression.SortKeyCondition.Compared;
import groundschool.emulator.sandbox.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of a table or an index: what lies from one key on and before another.
///
/// @param from open if absent
/// @param to open if absent
public record KeySpan(Optional<Key> from, Optional<Key> to) {

    static final KeySpan ALL = new KeySpan(Optional.empty(), Optional.empty());

    /// All items of one partition key.
    static KeySpan ofPartition(AttributeValue partition) {
        return ofPrefix(ItemKey.prefix(List.of(partition)));
    }

    /// What a query selects of a table or an index.
    public static KeySpan of(KeyRange range) {
        var prefix = ItemKey.prefix(range.partition());
        for (var equal : range.sortPrefix()) {
            prefix = ItemKey.sorted(prefix, equal);
        }
        return range.sort().isPresent() ? of(prefix, range.sort().get()) : ofPrefix(prefix);
    }

    private static KeySpan of(byte[] prefix, SortKeyCondition condition) {
        return switch (condition) {
            case Compared(var comparator, var value) ->
                    compared(prefix, comparator, ItemKey.sorted(prefix, value));
            case Between(var lower, var upper) ->
                    new KeySpan(
                            Optional.of(Key.of(ItemKey.sorted(prefix, lower))),
                            Optional.of(ItemKey.after(ItemKey.sorted(prefix, upper))));
            case BeginsWith(var start) -> ofPrefix(ItemKey.sortedFrom(prefix, start));
        };
    }

    private static KeySpan compared(byte[] prefix, Comparator comparator, byte[] at) {
        var start = Optional.of(Key.of(prefix));
        var end = Optional.of(ItemKey.after(prefix));
        return switch (comparator) {
            case EQUAL -> ofPrefix(at);
            case LESS -> new KeySpan(start, Optional.of(Key.of(at)));
            case LESS_OR_EQUAL -> new KeySpan(start, Optional.of(ItemKey.after(at)));
            case GREATER -> new KeySpan(Optional.of(ItemKey.after(at)), end);
            case GREATER_OR_EQUAL -> new KeySpan(Optional.of(Key.of(at)), end);
            case NOT_EQUAL -> throw new IllegalArgumentException("no range: " + comparator);
        };
    }

    private static KeySpan ofPrefix(byte[] prefix) {
        return new KeySpan(Optional.of(Key.of(prefix)), Optional.of(ItemKey.after(prefix)));
    }

    /// One of the equal parts into which a parallel scan divides the hashes.
    static KeySpan ofSegment(int segment, int segments) {
        return new KeySpan(
                segment == 0
                        ? Optional.empty()
                        : Optional.of(Key.of(ItemKey.startOf(segment, segments))),
                segment + 1 == segments
                        ? Optional.empty()
                        : Optional.of(Key.of(ItemKey.startOf(segment + 1, segments))));
    }

    /// What is in this range and in another.
    public KeySpan and(KeySpan other) {
        return new KeySpan(
                Stream.of(from, other.from).flatMap(Optional::stream).max(Key::compareTo),
                Stream.of(to, other.to).flatMap(Optional::stream).min(Key::compareTo));
    }

    /// Whether no key can be in it.
    public boolean isEmpty() {
        return from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0;
    }

    public boolean has(Key key) {
        return from.filter(start -> key.compareTo(start) < 0).isEmpty()
                && to.filter(end -> key.compareTo(end) >= 0).isEmpty();
    }

    /// What of this range comes after a key.
    ///
    /// @param forward whether the range is read in the order of its keys
    KeySpan after(Key key, boolean forward) {
        return forward
                ? new KeySpan(Optional.of(next(key)), to)
                : new KeySpan(from, Optional.of(key));
    }

    /// The least key that is greater.
    public static Key next(Key key) {
        return Key.of(Arrays.copyOf(key.bytes(), key.bytes().length + 1));
    }
}

package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.sandbox.Key;
import java.util.Optional;
import java.util.OptionalInt;

/// What a query or a scan reads at once.
///
/// @param index read instead of the table
/// @param forward whether in the order of the keys
/// @param limit the most items to look at
/// @param start the key behind which to begin
/// @param filter what items must meet to be answered
/// @param wholeItems whether a local index's items are fetched from the table
public record PageRequest(
        Optional<Index> index,
        KeySpan span,
        boolean forward,
        OptionalInt limit,
        Optional<Key> start,
        Optional<Condition> filter,
        boolean wholeItems) {

    /// The same of another table of the same kind.
    PageRequest of(Table table) {
        if (index.isEmpty()) {
            return this;
        }
        return new PageRequest(
                index.map(read -> table.index(read.name())),
                span,
                forward,
                limit,
                start,
                filter,
                wholeItems);
    }

    /// What is left to read.
    KeySpan rest() {
        return start.map(key -> span.after(key, forward)).orElse(span);
    }
}

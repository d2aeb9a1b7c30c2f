package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import java.util.List;

/// A condition on one key attribute. Its values are of one type: that of the key, once it is part
/// of a `KeyRange`.
public sealed interface SortKeyCondition {

    /// @param comparator any but `NOT_EQUAL`
    record Compared(Comparator comparator, AttributeValue value) implements SortKeyCondition {}

    /// @param lower included
    /// @param upper included, and not less than `lower`
    record Between(AttributeValue lower, AttributeValue upper) implements SortKeyCondition {}

    /// @param prefix a string or binary value
    record BeginsWith(AttributeValue prefix) implements SortKeyCondition {}

    /// The values that the key is compared with.
    default List<AttributeValue> values() {
        return switch (this) {
            case Compared(_, var value) -> List.of(value);
            case Between(var lower, var upper) -> List.of(lower, upper);
            case BeginsWith(var prefix) -> List.of(prefix);
        };
    }

    /// Whether a key of that type and value meets it.
    default boolean test(AttributeValue key) {
        return switch (this) {
            case Compared(var comparator, var value) ->
                    comparator.accepts(key.compare(value).orElseThrow());
            case Between(var lower, var upper) ->
                    key.compare(lower).orElseThrow() >= 0 && key.compare(upper).orElseThrow() <= 0;
            case BeginsWith(AttributeValue.S(var prefix)) ->
                    key instanceof AttributeValue.S(var text) && text.startsWith(prefix);
            case BeginsWith(AttributeValue.B(var prefix)) ->
                    key instanceof AttributeValue.B(var binary) && binary.startsWith(prefix);
            case BeginsWith _ -> false;
        };
    }
}

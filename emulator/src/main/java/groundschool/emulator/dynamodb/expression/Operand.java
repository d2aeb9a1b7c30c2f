package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import java.util.Optional;

/// An operand of a condition.
public sealed interface Operand {

    record Path(DocumentPath path) implements Operand {}

    record Constant(AttributeValue value) implements Operand {}

    /// The length of a string or of binary data, or the number of members or elements.
    record Size(Operand operand) implements Operand {}

    /// Whether a condition holds, as a truth value; expressions cannot say this, statements can.
    record Truth(ConditionNode condition) implements Operand {}

    /// Its value for that item, if it has one.
    default Optional<AttributeValue> in(Item item) {
        return switch (this) {
            case Path(var path) -> path.in(item);
            case Constant(var value) -> Optional.of(value);
            case Size(var operand) -> operand.in(item).flatMap(Operand::size);
            case Truth(var condition) -> Optional.of(new AttributeValue.BOOL(condition.test(item)));
        };
    }

    /// Its type where that does not depend on the item.
    default Optional<AttributeType> type() {
        return switch (this) {
            case Path _ -> Optional.empty();
            case Constant(var value) -> Optional.of(value.type());
            case Size _ -> Optional.of(AttributeType.N);
            case Truth _ -> Optional.of(AttributeType.BOOL);
        };
    }

    private static Optional<AttributeValue> size(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> Optional.of(AttributeValue.number(text.length()));
            case AttributeValue.B(var binary) ->
                    Optional.of(AttributeValue.number(binary.length()));
            case AttributeValue.M(var values) -> Optional.of(AttributeValue.number(values.size()));
            case AttributeValue.L(var values) -> Optional.of(AttributeValue.number(values.size()));
            case AttributeValue.SS(var values) -> Optional.of(AttributeValue.number(values.size()));
            case AttributeValue.NS(var values) -> Optional.of(AttributeValue.number(values.size()));
            case AttributeValue.BS(var values) -> Optional.of(AttributeValue.number(values.size()));
            case AttributeValue.N _, AttributeValue.BOOL _, AttributeValue.NULL _ ->
                    Optional.empty();
        };
    }
}

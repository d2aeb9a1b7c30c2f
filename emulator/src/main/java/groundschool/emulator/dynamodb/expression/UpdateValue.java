package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.DynamoNumber;
import groundschool.emulator.dynamodb.Item;
import java.util.ArrayList;
import java.util.List;

/// What `SET` gives to a path.
public sealed interface UpdateValue {

    record Path(DocumentPath path) implements UpdateValue {}

    record Constant(AttributeValue value) implements UpdateValue {}

    record Plus(UpdateValue left, UpdateValue right) implements UpdateValue {}

    record Minus(UpdateValue left, UpdateValue right) implements UpdateValue {}

    record IfNotExists(DocumentPath path, UpdateValue otherwise) implements UpdateValue {}

    record ListAppend(UpdateValue left, UpdateValue right) implements UpdateValue {}

    /// Its value for the item as it was before the update.
    ///
    /// @throws groundschool.emulator.AwsException if the item lacks an attribute or has one of the
    ///   wrong type
    default AttributeValue in(Item item) {
        return switch (this) {
            case Path(var path) -> path.in(item).orElseThrow(DynamoDbErrors::noSuchAttributeInItem);
            case Constant(var value) -> value;
            case Plus(var left, var right) ->
                    new AttributeValue.N(number(left, item).plus(number(right, item)));
            case Minus(var left, var right) ->
                    new AttributeValue.N(number(left, item).minus(number(right, item)));
            case IfNotExists(var path, var otherwise) ->
                    path.in(item).orElseGet(() -> otherwise.in(item));
            case ListAppend(var left, var right) -> {
                var elements = new ArrayList<>(list(left, item));
                elements.addAll(list(right, item));
                yield new AttributeValue.L(elements);
            }
        };
    }

    private static DynamoNumber number(UpdateValue operand, Item item) {
        if (operand.in(item) instanceof AttributeValue.N(var number)) {
            return number;
        }
        throw DynamoDbErrors.incorrectOperandType();
    }

    private static List<AttributeValue> list(UpdateValue operand, Item item) {
        if (operand.in(item) instanceof AttributeValue.L(var elements)) {
            return elements;
        }
        throw DynamoDbErrors.incorrectOperandType();
    }
}

package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import java.util.List;
import java.util.Optional;

/// A condition that has its names and values, and so can be asked of items.
public sealed interface ConditionNode {

    record Or(ConditionNode left, ConditionNode right) implements ConditionNode {}

    record And(ConditionNode left, ConditionNode right) implements ConditionNode {}

    record Not(ConditionNode condition) implements ConditionNode {}

    record Comparison(Comparator comparator, Operand left, Operand right)
            implements ConditionNode {}

    record Between(Operand operand, Operand lower, Operand upper) implements ConditionNode {}

    record In(Operand operand, List<Operand> candidates) implements ConditionNode {}

    record AttributeExists(Operand operand) implements ConditionNode {}

    record AttributeNotExists(Operand operand) implements ConditionNode {}

    record AttributeHasType(Operand operand, AttributeType type) implements ConditionNode {}

    record BeginsWith(Operand operand, Operand prefix) implements ConditionNode {}

    record Contains(Operand operand, Operand part) implements ConditionNode {}

    default boolean test(Item item) {
        return switch (this) {
            case Or(var left, var right) -> left.test(item) || right.test(item);
            case And(var left, var right) -> left.test(item) && right.test(item);
            case Not(var condition) -> !condition.test(item);
            case Comparison(var comparator, var left, var right) ->
                    compare(comparator, left.in(item), right.in(item));
            case Between(var operand, var lower, var upper) -> {
                var value = operand.in(item);
                yield compare(Comparator.GREATER_OR_EQUAL, value, lower.in(item))
                        && compare(Comparator.LESS_OR_EQUAL, value, upper.in(item));
            }
            case In(var operand, var candidates) -> {
                var value = operand.in(item);
                yield candidates.stream()
                        .anyMatch(one -> compare(Comparator.EQUAL, value, one.in(item)));
            }
            case AttributeExists(var operand) -> operand.in(item).isPresent();
            case AttributeNotExists(var operand) -> operand.in(item).isEmpty();
            case AttributeHasType(var operand, var type) ->
                    operand.in(item).filter(value -> value.type() == type).isPresent();
            case BeginsWith(var operand, var prefix) -> {
                var value = operand.in(item);
                var beginning = prefix.in(item);
                yield value.isPresent()
                        && beginning.isPresent()
                        && beginsWith(value.get(), beginning.get());
            }
            case Contains(var operand, var part) -> {
                var value = operand.in(item);
                var wanted = part.in(item);
                yield value.isPresent()
                        && wanted.isPresent()
                        && contains(value.get(), wanted.get());
            }
        };
    }

    /// What is not there is different from everything, and in no order to anything.
    private static boolean compare(
            Comparator comparator, Optional<AttributeValue> left, Optional<AttributeValue> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return comparator == Comparator.NOT_EQUAL;
        }
        if (!comparator.orders()) {
            return left.equals(right) == (comparator == Comparator.EQUAL);
        }
        var order = left.get().compare(right.get());
        return order.isPresent() && comparator.accepts(order.getAsInt());
    }

    private static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
        if (value instanceof AttributeValue.S(var text)
                && prefix instanceof AttributeValue.S(var beginning)) {
            return text.startsWith(beginning);
        }
        return value instanceof AttributeValue.B(var binary)
                && prefix instanceof AttributeValue.B(var beginning)
                && binary.startsWith(beginning);
    }

    private static boolean contains(AttributeValue value, AttributeValue part) {
        return switch (value) {
            case AttributeValue.S(var text) ->
                    part instanceof AttributeValue.S(var wanted) && text.contains(wanted);
            case AttributeValue.B(var binary) ->
                    part instanceof AttributeValue.B(var wanted) && binary.contains(wanted);
            case AttributeValue.SS(var members) ->
                    part instanceof AttributeValue.S(var wanted) && members.contains(wanted);
            case AttributeValue.NS(var members) ->
                    part instanceof AttributeValue.N(var wanted) && members.contains(wanted);
            case AttributeValue.BS(var members) ->
                    part instanceof AttributeValue.B(var wanted) && members.contains(wanted);
            case AttributeValue.L(var elements) -> elements.contains(part);
            case AttributeValue.N _,
                    AttributeValue.BOOL _,
                    AttributeValue.NULL _,
                    AttributeValue.M _ ->
                    false;
        };
    }
}

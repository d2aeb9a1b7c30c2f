package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.expression.Comparator;
import groundschool.emulator.dynamodb.expression.ConditionNode;
import groundschool.emulator.dynamodb.expression.Operand;
import groundschool.emulator.dynamodb.expression.SortKeyCondition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Conditions that must hold together, and what they say about single attributes.
record Conjunction(List<ConditionNode> parts) {

    Conjunction {
        parts = List.copyOf(parts);
    }

    /// The parts of a condition that `AND` holds together, in their order.
    static Conjunction of(ConditionNode node) {
        var parts = new ArrayList<ConditionNode>();
        var left = new ArrayDeque<ConditionNode>();
        left.push(node);
        while (!left.isEmpty()) {
            if (left.peek() instanceof ConditionNode.And(var first, var second)) {
                left.pop();
                left.push(second);
                left.push(first);
            } else {
                parts.add(left.pop());
            }
        }
        return new Conjunction(parts);
    }

    /// The values that the attribute must equal, in the order in which they are written.
    List<AttributeValue> equal(String attribute) {
        return parts.stream()
                .map(part -> equal(part, attribute))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<AttributeValue> equal(ConditionNode part, String attribute) {
        return condition(part, attribute)
                .filter(condition ->
                        condition instanceof SortKeyCondition.Compared(var comparator, _)
                                && comparator == Comparator.EQUAL)
                .map(condition -> condition.values().getFirst());
    }

    /// What a part says about the attribute alone, if keys can be looked for by it.
    static Optional<SortKeyCondition> condition(ConditionNode part, String attribute) {
        return switch (part) {
            case ConditionNode.Comparison(var comparator, var left, Operand.Constant(var value))
                    when isPath(left, attribute) && comparator != Comparator.NOT_EQUAL ->
                    Optional.of(new SortKeyCondition.Compared(comparator, value));
            case ConditionNode.Comparison(var comparator, Operand.Constant(var value), var right)
                    when isPath(right, attribute) && comparator != Comparator.NOT_EQUAL ->
                    Optional.of(new SortKeyCondition.Compared(comparator.exchanged(), value));
            case ConditionNode.Between(
                            var operand,
                            Operand.Constant(var lower),
                            Operand.Constant(var upper))
                    when isPath(operand, attribute) ->
                    Optional.of(new SortKeyCondition.Between(lower, upper));
            case ConditionNode.BeginsWith(var operand, Operand.Constant(var prefix))
                    when isPath(operand, attribute) ->
                    Optional.of(new SortKeyCondition.BeginsWith(prefix));
            case ConditionNode.In(var operand, var candidates)
                    when isPath(operand, attribute)
                            && candidates.size() == 1
                            && candidates.getFirst() instanceof Operand.Constant(var value) ->
                    Optional.of(new SortKeyCondition.Compared(Comparator.EQUAL, value));
            case ConditionNode.Or _,
                    ConditionNode.And _,
                    ConditionNode.Not _,
                    ConditionNode.Comparison _,
                    ConditionNode.Between _,
                    ConditionNode.In _,
                    ConditionNode.AttributeExists _,
                    ConditionNode.AttributeNotExists _,
                    ConditionNode.AttributeHasType _,
                    ConditionNode.BeginsWith _,
                    ConditionNode.Contains _ ->
                    Optional.empty();
        };
    }

    static boolean isPath(Operand operand, String attribute) {
        return operand instanceof Operand.Path(var path)
                && !path.isNested()
                && path.attribute().equals(attribute);
    }
}

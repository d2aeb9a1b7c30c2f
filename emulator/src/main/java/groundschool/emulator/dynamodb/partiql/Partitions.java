package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.expression.ConditionNode;
import groundschool.emulator.dynamodb.expression.Operand;
import java.util.stream.Stream;

/// The values that a condition has an attribute equal.
final class Partitions {

    private Partitions() {}

    static Stream<AttributeValue> of(ConditionNode node, String attribute) {
        return switch (node) {
            case ConditionNode.And(var left, var right) ->
                    Stream.concat(of(left, attribute), of(right, attribute));
            case ConditionNode.Or(var left, var right) ->
                    Stream.concat(of(left, attribute), of(right, attribute));
            case ConditionNode.In(var operand, var candidates)
                    when Conjunction.isPath(operand, attribute) ->
                    candidates.stream()
                            .filter(Operand.Constant.class::isInstance)
                            .map(candidate -> ((Operand.Constant) candidate).value());
            case ConditionNode.Comparison _,
                    ConditionNode.In _,
                    ConditionNode.Not _,
                    ConditionNode.Between _,
                    ConditionNode.AttributeExists _,
                    ConditionNode.AttributeNotExists _,
                    ConditionNode.AttributeHasType _,
                    ConditionNode.BeginsWith _,
                    ConditionNode.Contains _ ->
                    Conjunction.equal(node, attribute).stream();
        };
    }
}

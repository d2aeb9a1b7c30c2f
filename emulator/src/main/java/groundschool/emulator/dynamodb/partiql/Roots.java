package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.expression.ConditionNode;
import groundschool.emulator.dynamodb.expression.Operand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The attributes that conditions look at or into.
final class Roots {

    private Roots() {}

    static Set<String> of(ConditionNode node) {
        var roots = new LinkedHashSet<String>();
        add(node, roots);
        return roots;
    }

    private static void add(ConditionNode node, Set<String> roots) {
        switch (node) {
            case ConditionNode.Or(var left, var right) -> {
                add(left, roots);
                add(right, roots);
            }
            case ConditionNode.And(var left, var right) -> {
                add(left, roots);
                add(right, roots);
            }
            case ConditionNode.Not(var condition) -> add(condition, roots);
            case ConditionNode.Comparison(_, var left, var right) ->
                    add(roots, List.of(left, right));
            case ConditionNode.Between(var operand, var lower, var upper) ->
                    add(roots, List.of(operand, lower, upper));
            case ConditionNode.In(var operand, var candidates) -> {
                add(roots, List.of(operand));
                add(roots, candidates);
            }
            case ConditionNode.AttributeExists(var operand) -> add(roots, List.of(operand));
            case ConditionNode.AttributeNotExists(var operand) -> add(roots, List.of(operand));
            case ConditionNode.AttributeHasType(var operand, _) -> add(roots, List.of(operand));
            case ConditionNode.BeginsWith(var operand, var prefix) ->
                    add(roots, List.of(operand, prefix));
            case ConditionNode.Contains(var operand, var part) ->
                    add(roots, List.of(operand, part));
        }
    }

    private static void add(Set<String> roots, List<Operand> operands) {
        for (var operand : operands) {
            switch (operand) {
                case Operand.Path(var path) -> roots.add(path.attribute());
                case Operand.Constant _ -> {}
                case Operand.Size(var measured) -> add(roots, List.of(measured));
                case Operand.Truth(var condition) -> add(condition, roots);
            }
        }
    }
}

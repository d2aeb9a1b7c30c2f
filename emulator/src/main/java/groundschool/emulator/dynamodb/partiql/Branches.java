package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.expression.Comparator;
import groundschool.emulator.dynamodb.expression.ConditionNode;
import groundschool.emulator.dynamodb.expression.Operand;
import java.util.ArrayList;
import java.util.List;

/// Takes a condition apart where it gives alternatives for keys: `OR` between conditions on keys,
/// and `IN`.
///
/// @param key of what is read
record Branches(KeySchema key) {

    /// How many reads a SELECT may come down to.
    private static final int MOST = 50;

    /// Whether each alternative says which partition it is about.
    boolean isKeyed(ConditionNode node) {
        return key.partition().stream().allMatch(attribute -> pins(node, attribute.name()));
    }

    private static boolean pins(ConditionNode node, String attribute) {
        return switch (node) {
            case ConditionNode.And(var left, var right) ->
                    pins(left, attribute) || pins(right, attribute);
            case ConditionNode.Or(var left, var right) ->
                    pins(left, attribute) && pins(right, attribute);
            case ConditionNode.In(var operand, var candidates) ->
                    Conjunction.isPath(operand, attribute) && areConstant(candidates);
            case ConditionNode.Comparison _,
                    ConditionNode.Not _,
                    ConditionNode.Between _,
                    ConditionNode.AttributeExists _,
                    ConditionNode.AttributeNotExists _,
                    ConditionNode.AttributeHasType _,
                    ConditionNode.BeginsWith _,
                    ConditionNode.Contains _ ->
                    Conjunction.equal(node, attribute).isPresent();
        };
    }

    /// The alternatives of a condition that is keyed.
    ///
    /// @throws groundschool.emulator.AwsException if they are too many
    List<Conjunction> of(ConditionNode node) {
        return alternatives(node).stream().map(Conjunction::new).toList();
    }

    private List<List<ConditionNode>> alternatives(ConditionNode node) {
        List<List<ConditionNode>> branches = List.of(List.of());
        var single = new ArrayList<ConditionNode>();
        for (var part : Conjunction.of(node).parts()) {
            var choices = choices(part);
            if (choices.size() == 1) {
                single.addAll(choices.getFirst());
            } else {
                branches = product(branches, choices);
            }
        }
        return product(List.of(single), branches);
    }

    private List<List<ConditionNode>> choices(ConditionNode part) {
        if (part instanceof ConditionNode.Or(var left, var right)
                && Roots.of(part).stream().anyMatch(key::has)) {
            var either = new ArrayList<>(alternatives(left));
            either.addAll(alternatives(right));
            return limited(either);
        }
        if (part instanceof ConditionNode.In(var operand, var candidates)
                && operand instanceof Operand.Path(var path)
                && !path.isNested()
                && key.has(path.attribute())
                && areConstant(candidates)) {
            return limited(
                    candidates.stream()
                            .<List<ConditionNode>>map(value ->
                                    List.of(
                                            new ConditionNode.Comparison(
                                                    Comparator.EQUAL, operand, value)))
                            .toList());
        }
        return List.of(List.of(part));
    }

    private static List<List<ConditionNode>> product(
            List<List<ConditionNode>> some, List<List<ConditionNode>> others) {
        var all = new ArrayList<List<ConditionNode>>();
        for (var one : some) {
            for (var other : others) {
                var both = new ArrayList<>(one);
                both.addAll(other);
                all.add(both);
                limited(all);
            }
        }
        return all;
    }

    private static <T> List<T> limited(List<T> branches) {
        if (branches.size() > MOST) {
            throw StatementErrors.tooManyReads();
        }
        return branches;
    }

    private static boolean areConstant(List<Operand> operands) {
        return operands.stream().allMatch(Operand.Constant.class::isInstance);
    }
}

package groundschool.emulator.dynamodb.expression;

import java.util.List;

/// A condition as it is written.
sealed interface ConditionSyntax {

    record Or(ConditionSyntax left, ConditionSyntax right) implements ConditionSyntax {}

    record And(ConditionSyntax left, ConditionSyntax right) implements ConditionSyntax {}

    record Not(ConditionSyntax condition) implements ConditionSyntax {}

    record Comparison(Comparator comparator, OperandSyntax left, OperandSyntax right)
            implements ConditionSyntax {}

    record Between(OperandSyntax operand, OperandSyntax lower, OperandSyntax upper)
            implements ConditionSyntax {}

    record In(OperandSyntax operand, List<OperandSyntax> candidates) implements ConditionSyntax {}

    record Function(OperandSyntax.Call call) implements ConditionSyntax {}
}

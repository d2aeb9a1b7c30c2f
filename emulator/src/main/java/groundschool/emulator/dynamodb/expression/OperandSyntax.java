package groundschool.emulator.dynamodb.expression;

import java.util.List;

/// An operand as it is written.
sealed interface OperandSyntax {

    /// A document path.
    ///
    /// @param steps at least one, of which the first is no index
    record Path(List<Step> steps) implements OperandSyntax {

        /// A piece of a path.
        sealed interface Step {}

        record Name(String text) implements Step {}

        record Placeholder(String text) implements Step {}

        record Index(String digits) implements Step {}
    }

    record Value(String placeholder) implements OperandSyntax {}

    record Call(String function, List<OperandSyntax> arguments) implements OperandSyntax {}

    /// @param operator `+` or `-`
    record Arithmetic(String operator, OperandSyntax left, OperandSyntax right)
            implements OperandSyntax {}
}

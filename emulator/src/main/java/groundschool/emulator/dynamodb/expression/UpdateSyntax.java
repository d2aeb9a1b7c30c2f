package groundschool.emulator.dynamodb.expression;

import java.util.List;

/// A section of an update as it is written.
///
/// @param keyword `SET`, `REMOVE`, `ADD` or `DELETE`
record UpdateSyntax(String keyword, List<Action> actions) {

    /// What is done to one path.
    sealed interface Action {
        OperandSyntax.Path path();
    }

    record Set(OperandSyntax.Path path, OperandSyntax value) implements Action {}

    record Remove(OperandSyntax.Path path) implements Action {}

    record Add(OperandSyntax.Path path, OperandSyntax.Value value) implements Action {}

    record Delete(OperandSyntax.Path path, OperandSyntax.Value value) implements Action {}
}

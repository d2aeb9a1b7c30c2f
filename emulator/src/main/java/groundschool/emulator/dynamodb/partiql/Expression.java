package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.expression.DocumentPath;
import java.util.List;

/// What a statement computes or asks, as it is written.
sealed interface Expression {

    record Text(String value) implements Expression {}

    /// @param digits with its sign
    record Number(String digits, Position position) implements Expression {}

    record Truth(boolean value) implements Expression {}

    record Null() implements Expression {}

    record Missing() implements Expression {}

    /// A `?`.
    ///
    /// @param index counts from 0
    record Parameter(int index, Position position) implements Expression {}

    record Path(DocumentPath path, Position position) implements Expression {}

    record Sequence(List<Expression> elements) implements Expression {}

    record Struct(List<Field> fields) implements Expression {}

    record Field(Expression name, Expression value) {}

    /// A set.
    record Bag(List<Expression> members) implements Expression {}

    /// @param function in small letters
    record Call(String function, List<Expression> arguments, Position position)
            implements Expression {}

    /// @param operator in small letters, such as `and`, `=` or `+`
    record Infix(String operator, Expression left, Expression right) implements Expression {}

    record Not(Expression operand) implements Expression {}

    record Between(Expression operand, Expression lower, Expression upper) implements Expression {}

    /// @param candidates a sequence, or what stands for one
    record In(Expression operand, Expression candidates) implements Expression {}

    /// @param type in capital letters
    record Is(Expression operand, String type) implements Expression {}

    /// The word for it in messages.
    default String kind() {
        return switch (this) {
            case Text _, Number _, Truth _, Null _ -> "Literal";
            case Missing _ -> "LiteralMissing";
            case Parameter _ -> "Parameter";
            case Path _ -> "VariableReference";
            case Sequence _ -> "Seq";
            case Struct _ -> "Struct";
            case Bag _ -> "Bag";
            case Call(var function, _, _) -> function;
            case Infix(var operator, _, _) -> operator;
            case Not _ -> "Not";
            case Between _ -> "Between";
            case In _ -> "In";
            case Is _ -> "IsType";
        };
    }
}

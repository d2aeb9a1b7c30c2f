package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Parses updates.
///
/// Source: [Update
/// expressions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html)
final class UpdateParser {

    private static final Parsed<String, List<UpdateSyntax>> PARSED = new Parsed<>();

    private final Tokens tokens;
    private final OperandParser operands;

    private UpdateParser(String text) {
        this.tokens = Tokens.of(ExpressionKind.UPDATE, text);
        this.operands = new OperandParser(tokens);
    }

    /// @throws groundschool.emulator.AwsException if the text is no update
    static List<UpdateSyntax> parse(String text) {
        return PARSED.of(text, text, () -> List.copyOf(new UpdateParser(text).parse()));
    }

    private List<UpdateSyntax> parse() {
        tokens.checkDepth();
        var sections = new ArrayList<UpdateSyntax>();
        do {
            sections.add(section());
        } while (tokens.type() != Type.END);
        return sections;
    }

    private UpdateSyntax section() {
        return switch (tokens.type()) {
            case SET -> section("SET", this::set);
            case REMOVE -> section("REMOVE", () -> new UpdateSyntax.Remove(operands.path()));
            case ADD ->
                    section("ADD", () -> new UpdateSyntax.Add(operands.path(), operands.value()));
            case DELETE ->
                    section(
                            "DELETE",
                            () -> new UpdateSyntax.Delete(operands.path(), operands.value()));
            default -> throw tokens.syntaxError();
        };
    }

    private UpdateSyntax section(String keyword, Supplier<UpdateSyntax.Action> action) {
        tokens.next();
        return new UpdateSyntax(keyword, operands.list(action));
    }

    private UpdateSyntax.Action set() {
        var path = operands.path();
        tokens.expect(Type.EQUAL);
        return new UpdateSyntax.Set(path, value());
    }

    private OperandSyntax value() {
        var left = operand();
        if (tokens.type() != Type.PLUS && tokens.type() != Type.MINUS) {
            return left;
        }
        var operator = tokens.next().text();
        tokens.countOperator();
        return new OperandSyntax.Arithmetic(operator, left, operand());
    }

    private OperandSyntax operand() {
        if (!tokens.accept(Type.OPEN)) {
            return operands.operand(this::operand);
        }
        var value = value();
        tokens.expect(Type.CLOSE);
        return value;
    }
}

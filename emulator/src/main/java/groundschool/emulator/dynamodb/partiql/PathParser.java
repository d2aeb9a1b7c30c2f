package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.DocumentPath.Step;
import groundschool.emulator.dynamodb.partiql.Expression.Path;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads what leads into documents: `a.b[1]['c']`.
///
/// @param term reads what stands between brackets
record PathParser(Tokens tokens, Supplier<Expression> term) {

    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    static Path root(Token name) {
        return new Path(DocumentPath.of(name.text()), name.position());
    }

    /// The path that goes on from a name, if it does.
    Expression after(Expression root) {
        if (!tokens.peek().isSymbol(".") && !tokens.peek().isSymbol("[")) {
            return root;
        }
        if (!(root instanceof Path(var start, var position))) {
            throw StatementErrors.unexpectedPathComponent();
        }
        List<Step> steps = new ArrayList<>(start.steps());
        while (true) {
            if (tokens.takeSymbol(".")) {
                steps.add(name());
            } else if (tokens.takeSymbol("[")) {
                steps.add(bracketed());
            } else {
                return new Path(new DocumentPath(steps), position);
            }
        }
    }

    /// A path where nothing else can be.
    DocumentPath path() {
        if (!tokens.peek().isName()) {
            throw StatementErrors.malformed("Expected identifier for simple path");
        }
        return ((Path) after(root(tokens.next()))).path();
    }

    private Step name() {
        if (!tokens.peek().isName()) {
            throw StatementErrors.malformed("Invalid path dot component");
        }
        return new DocumentPath.Attribute(tokens.next().text());
    }

    private Step bracketed() {
        if (tokens.peek().isSymbol("*")) {
            throw StatementErrors.unexpectedPathComponent();
        }
        var component = term.get();
        tokens.expectSymbol("]", "Expected RIGHT_BRACKET");
        return switch (component) {
            case Expression.Number number -> index(number);
            case Expression.Text(var text) -> new DocumentPath.Attribute(text);
            default -> throw StatementErrors.unexpectedPathComponent();
        };
    }

    private static Step index(Expression.Number number) {
        var digits = number.digits();
        if (!digits.matches("-?[0-9]+")) {
            throw StatementErrors.indexOutOfRange(digits, number.position());
        }
        var index = new BigInteger(digits);
        if (index.signum() < 0 || index.compareTo(MOST) > 0) {
            throw StatementErrors.indexOutOfRange(digits, number.position());
        }
        return new DocumentPath.Index(index.intValue());
    }
}

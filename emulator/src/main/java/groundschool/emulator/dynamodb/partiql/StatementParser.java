package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.partiql.Statement.Target;
import groundschool.emulator.dynamodb.partiql.Token.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a statement.
final class StatementParser {

    private static final int COMPONENTS = 2;

    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final PathParser paths;

    StatementParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.paths = new PathParser(tokens, expressions::expression);
    }

    /// The one statement that the text is.
    Statement statement() {
        var first = tokens.peek();
        var statement =
                switch (first.type() == Type.KEYWORD ? first.text() : "") {
                    case "select" -> select();
                    case "insert" -> insert();
                    case "update" -> update();
                    case "delete" -> delete();
                    case "from" -> fromFirst();
                    case "exists" -> exists();
                    default -> {
                        var expression = expressions.expression();
                        tokens.expectEnd();
                        throw StatementErrors.unsupportedOperation(expression.kind());
                    }
                };
        tokens.expectEnd();
        return checked(statement);
    }

    /// What the grammar allows and the service does not.
    private static Statement checked(Statement statement) {
        return switch (statement) {
            case Statement.Select select -> checked(select);
            case Statement.Exists(var select) -> new Statement.Exists(checked(select));
            case Statement.Insert insert -> insert;
            case Statement.Update update -> {
                requireTable(update.target());
                yield update;
            }
            case Statement.Delete delete -> {
                requireTable(delete.target());
                if (delete.returning().filter(asked -> asked != Returning.ALL_OLD).isPresent()) {
                    throw StatementErrors.returningOfDelete(delete.returning().get());
                }
                yield delete;
            }
        };
    }

    private static Statement.Select checked(Statement.Select select) {
        var names = new HashSet<String>();
        for (var column : select.columns()) {
            if (!names.add(Columns.name(column))) {
                throw StatementErrors.duplicateColumn(Columns.name(column));
            }
        }
        return select;
    }

    private static void requireTable(Target target) {
        if (target.index().isPresent()) {
            throw StatementErrors.notOnIndex();
        }
    }

    private Statement.Select select() {
        tokens.next();
        if (tokens.peek().isKeyword("distinct")) {
            throw StatementErrors.unsupportedClause("DISTINCT");
        }
        tokens.takeKeyword("all");
        var columns = columns();
        tokens.expectKeyword("from", "Expected FROM after SELECT list");
        var target = source();
        var where = where();
        refuseClause("group", "GROUP BY");
        refuseClause("having", "HAVING");
        var orderBy = orderBy();
        refuseClause("limit", "LIMIT");
        return new Statement.Select(columns, target, where, orderBy);
    }

    private void refuseClause(String keyword, String clause) {
        if (tokens.peek().isKeyword(keyword)) {
            throw StatementErrors.unsupportedClause(clause);
        }
    }

    private List<DocumentPath> columns() {
        if (tokens.takeSymbol("*")) {
            if (tokens.peek().isSymbol(",")) {
                throw StatementErrors.starAndOthers();
            }
            return List.of();
        }
        var columns = new ArrayList<DocumentPath>();
        do {
            if (tokens.peek().isSymbol("*") && !columns.isEmpty()) {
                throw StatementErrors.starAndOthers();
            }
            if (!(expressions.expression() instanceof Expression.Path(var path, _))) {
                throw StatementErrors.unexpectedPathComponent();
            }
            refuseAlias();
            columns.add(path);
        } while (tokens.takeSymbol(","));
        return columns;
    }

    /// What a SELECT reads: the service takes it for an expression first.
    private Target source() {
        if (!(expressions.expression() instanceof Expression.Path(var path, _))) {
            throw StatementErrors.unexpectedSource();
        }
        refuseAlias();
        if (tokens.peek().isSymbol(",") || isJoin(tokens.peek())) {
            throw StatementErrors.unexpectedSource();
        }
        return target(path);
    }

    private static boolean isJoin(Token token) {
        return token.type() == Type.KEYWORD
                && List.of("join", "inner", "left", "right", "full", "outer", "cross")
                        .contains(token.text());
    }

    private void refuseAlias() {
        var next = tokens.peek();
        if (next.isName() || next.isKeyword("as") || next.isKeyword("at") || next.isKeyword("by")) {
            throw StatementErrors.aliased();
        }
    }

    private static Target target(DocumentPath path) {
        if (path.steps().size() > COMPONENTS) {
            throw StatementErrors.tooManyComponents();
        }
        for (var step : path.steps()) {
            switch (step) {
                case DocumentPath.Index _ -> throw StatementErrors.unexpectedPathComponent();
                case DocumentPath.Attribute(var name) when name.isEmpty() ->
                        throw StatementErrors.emptyComponent();
                case DocumentPath.Attribute _ -> {}
            }
        }
        return new Target(
                path.attribute(),
                path.isNested()
                        ? Optional.of(path.steps().getLast().toString())
                        : Optional.empty());
    }

    private Optional<Expression> where() {
        return tokens.takeKeyword("where")
                ? Optional.of(expressions.expression())
                : Optional.empty();
    }

    private List<Statement.Ordering> orderBy() {
        var orderings = new ArrayList<Statement.Ordering>();
        if (!tokens.takeKeyword("order")) {
            return orderings;
        }
        tokens.expectKeyword("by", "Expected BY after ORDER");
        do {
            if (!(expressions.expression() instanceof Expression.Path(var path, _))) {
                throw StatementErrors.unexpectedPathComponent();
            }
            boolean descending = tokens.takeKeyword("desc");
            if (!descending) {
                tokens.takeKeyword("asc");
            }
            orderings.add(new Statement.Ordering(path, !descending));
        } while (tokens.takeSymbol(","));
        return orderings;
    }

    private Statement insert() {
        tokens.next();
        tokens.expectKeyword("into", "Expected INTO after INSERT");
        var path = paths.path();
        if (!tokens.takeKeyword("value")) {
            var expression = expressions.expression();
            tokens.expectEnd();
            throw StatementErrors.unsupportedOperation("Insert of " + expression.kind());
        }
        var value = expressions.expression();
        if (tokens.peek().isKeyword("returning")) {
            throw StatementErrors.returningOfInsert();
        }
        tokens.expectEnd();
        var target = target(path);
        if (target.index().isPresent()) {
            throw StatementErrors.singleTableOnly();
        }
        return new Statement.Insert(target, value);
    }

    private Statement update() {
        tokens.next();
        var path = paths.path();
        refuseAlias();
        var changes = changes();
        var where = where();
        return new Statement.Update(target(path), changes, where, returning());
    }

    /// `FROM … WHERE … SET …`, which means the same as an UPDATE.
    Statement fromFirst() {
        tokens.next();
        var target = source();
        var where = where();
        return new Statement.Update(target, changes(), where, returning());
    }

    private Statement delete() {
        tokens.next();
        tokens.expectKeyword("from", "Expected FROM after DELETE");
        var path = paths.path();
        refuseAlias();
        var where = where();
        return new Statement.Delete(target(path), where, returning());
    }

    private Statement exists() {
        tokens.next();
        tokens.expectSymbol("(", "Expected LEFT_PAREN");
        if (!tokens.peek().isKeyword("select")) {
            throw StatementErrors.existsWithoutCondition();
        }
        var select = select();
        tokens.expectSymbol(")", "Expected RIGHT_PAREN");
        return new Statement.Exists(select);
    }

    private List<Statement.Change> changes() {
        var changes = new ArrayList<Statement.Change>();
        while (true) {
            if (tokens.takeKeyword("set")) {
                do {
                    changes.add(assignment());
                } while (tokens.takeSymbol(","));
            } else if (tokens.takeKeyword("remove")) {
                do {
                    changes.add(new Statement.Remove(paths.path()));
                } while (tokens.takeSymbol(","));
            } else if (changes.isEmpty()) {
                throw StatementErrors.malformed("Expected data manipulation");
            } else {
                return changes;
            }
        }
    }

    private Statement.Change assignment() {
        var path = paths.path();
        tokens.expectSymbol("=", "Expected '=' for SET");
        return new Statement.Assign(path, expressions.expression());
    }

    private Optional<Returning> returning() {
        if (!tokens.takeKeyword("returning")) {
            return Optional.empty();
        }
        var asked =
                List.of(tokens.next(), tokens.next(), tokens.next()).stream()
                        .map(token -> token.text().toUpperCase(Locale.ROOT))
                        .toList();
        for (var returning : Returning.values()) {
            if (returning.text().equals(String.join(" ", asked))) {
                return Optional.of(returning);
            }
        }
        throw StatementErrors.malformed("Expected ALL or MODIFIED in a RETURNING clause.");
    }
}

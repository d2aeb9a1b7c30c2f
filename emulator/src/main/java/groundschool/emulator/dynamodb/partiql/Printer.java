package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.expression.DocumentPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes statements so that they read the same: names in quotes, conditions in parentheses.
final class Printer {

    private Printer() {}

    static String text(Statement statement) {
        return switch (statement) {
            case Statement.Select select -> select(select);
            case Statement.Exists(var select) -> "EXISTS(" + select(select) + ")";
            case Statement.Insert(var target, var value) ->
                    "INSERT INTO %s VALUE %s".formatted(target(target), text(value));
            case Statement.Update(var target, var changes, var where, var returning) ->
                    "UPDATE "
                            + target(target)
                            + changes.stream().map(Printer::text).collect(Collectors.joining())
                            + where(where)
                            + returning(returning);
            case Statement.Delete(var target, var where, var returning) ->
                    "DELETE FROM " + target(target) + where(where) + returning(returning);
        };
    }

    private static String select(Statement.Select select) {
        return "SELECT "
                + (select.columns().isEmpty() ? "*" : list(select.columns(), Printer::text))
                + " FROM "
                + target(select.target())
                + where(select.where())
                + (select.orderBy().isEmpty()
                        ? ""
                        : " ORDER BY " + list(select.orderBy(), Printer::text));
    }

    private static String text(Statement.Ordering ordering) {
        return text(ordering.path()) + (ordering.ascending() ? " ASC" : " DESC");
    }

    private static String text(Statement.Change change) {
        return switch (change) {
            case Statement.Assign(var path, var value) ->
                    " SET %s = %s".formatted(text(path), text(value));
            case Statement.Remove(var path) -> " REMOVE " + text(path);
        };
    }

    private static String target(Statement.Target target) {
        return quoted(target.table(), '"')
                + target.index().map(index -> "." + quoted(index, '"')).orElse("");
    }

    private static String where(Optional<Expression> where) {
        return where.map(condition -> " WHERE " + text(condition)).orElse("");
    }

    private static String returning(Optional<Returning> returning) {
        return returning.map(asked -> " RETURNING " + asked.text()).orElse("");
    }

    static String text(Expression expression) {
        return switch (expression) {
            case Expression.Text(var text) -> quoted(text, '\'');
            case Expression.Number(var digits, _) -> digits;
            case Expression.Truth(boolean value) -> value ? "TRUE" : "FALSE";
            case Expression.Null _ -> "NULL";
            case Expression.Missing _ -> "MISSING";
            case Expression.Parameter _ -> "?";
            case Expression.Path(var path, _) -> text(path);
            case Expression.Sequence(var elements) -> "[" + list(elements, Printer::text) + "]";
            case Expression.Struct(var fields) -> "{" + list(fields, Printer::text) + "}";
            case Expression.Bag(var members) -> "<<" + list(members, Printer::text) + ">>";
            case Expression.Call(var function, var arguments, _) ->
                    function + "(" + list(arguments, Printer::text) + ")";
            case Expression.Infix(var operator, var left, var right) ->
                    "(%s %s %s)"
                            .formatted(text(left), operator.toUpperCase(Locale.ROOT), text(right));
            case Expression.Not(var operand) -> "(NOT %s)".formatted(text(operand));
            case Expression.Between(var operand, var lower, var upper) ->
                    "(%s BETWEEN %s AND %s)".formatted(text(operand), text(lower), text(upper));
            case Expression.In(var operand, var candidates) ->
                    "(%s IN %s)".formatted(text(operand), text(candidates));
            case Expression.Is(var operand, var type) ->
                    "(%s IS %s)".formatted(text(operand), type.replace('_', ' '));
        };
    }

    private static String text(Expression.Field field) {
        return text(field.name()) + ": " + text(field.value());
    }

    private static String text(DocumentPath path) {
        return path.steps().stream()
                .map(step ->
                        switch (step) {
                            case DocumentPath.Attribute(var name) -> "." + quoted(name, '"');
                            case DocumentPath.Index index -> index.toString();
                        })
                .collect(Collectors.joining())
                .substring(1);
    }

    private static <T> String list(List<T> elements, Function<T, String> text) {
        return elements.stream().map(text).collect(Collectors.joining(", "));
    }

    private static String quoted(String text, char quote) {
        return quote + text.replace("" + quote, "" + quote + quote) + quote;
    }
}

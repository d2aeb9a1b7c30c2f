package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoNumber;
import groundschool.emulator.dynamodb.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Makes values of literals and of a request's parameters.
///
/// @param parameters in the order of the statement's `?`; more than it has do no harm
public record Values(List<AttributeValue> parameters) {

    private static final int DEEPEST = 31;
    private static final String ROOT = "root";

    public Values {
        parameters = List.copyOf(parameters);
    }

    /// The value of what depends on no item; absent if it does.
    ///
    /// @throws AwsException if no attribute can have it
    Optional<AttributeValue> constant(Expression expression) {
        return switch (expression) {
            case Expression.Text _,
                    Expression.Number _,
                    Expression.Truth _,
                    Expression.Null _,
                    Expression.Missing _,
                    Expression.Parameter _,
                    Expression.Sequence _,
                    Expression.Struct _,
                    Expression.Bag _ ->
                    Optional.of(value(expression));
            case Expression.Path _,
                    Expression.Call _,
                    Expression.Infix _,
                    Expression.Not _,
                    Expression.Between _,
                    Expression.In _,
                    Expression.Is _ ->
                    Optional.empty();
        };
    }

    /// @throws AwsException if it is no value, or no attribute can have it
    AttributeValue value(Expression expression) {
        return expression instanceof Expression.Parameter(int index, _)
                ? parameter(index)
                : literal(expression, ROOT, 0);
    }

    /// The item that an INSERT has.
    ///
    /// @throws AwsException if it has none
    public Item item(Statement.Insert insert) {
        return switch (insert.value()) {
            case Expression.Struct(var fields) -> {
                var attributes = new LinkedHashMap<String, AttributeValue>();
                for (var field : fields) {
                    if (attributes.put(name(field, ROOT), value(field.value())) != null) {
                        throw duplicate(field, ROOT);
                    }
                }
                yield Item.of(attributes);
            }
            case Expression other when value(other) instanceof AttributeValue.M(var attributes) ->
                    Item.of(attributes);
            case Expression other -> throw StatementErrors.unsupportedType(other.kind(), ROOT, "");
        };
    }

    private AttributeValue parameter(int index) {
        if (index >= parameters.size()) {
            throw StatementErrors.parameterCount();
        }
        return parameters.get(index);
    }

    /// @param path from the attribute to the value, as messages tell it
    private AttributeValue literal(Expression expression, String path, int level) {
        if (level > DEEPEST) {
            throw StatementErrors.under("Nesting Levels have exceeded supported limits", path);
        }
        return switch (expression) {
            case Expression.Text(var text) -> new AttributeValue.S(text);
            case Expression.Number(var digits, _) -> new AttributeValue.N(number(digits, path));
            case Expression.Truth(boolean truth) -> new AttributeValue.BOOL(truth);
            case Expression.Null _ -> new AttributeValue.NULL();
            case Expression.Sequence(var elements) -> list(elements, path, level);
            case Expression.Struct(var fields) -> map(fields, path, level);
            case Expression.Bag(var members) -> set(members, path);
            case Expression.Parameter(_, var position) ->
                    throw unsupported(expression, path, position.toString());
            case Expression.Path(_, var position) ->
                    throw unsupported(expression, path, position.toString());
            case Expression.Call(_, _, var position) ->
                    throw unsupported(expression, path, position.toString());
            case Expression.Missing _,
                    Expression.Infix _,
                    Expression.Not _,
                    Expression.Between _,
                    Expression.In _,
                    Expression.Is _ ->
                    throw unsupported(expression, path, "");
        };
    }

    private static AwsException unsupported(Expression expression, String path, String position) {
        return StatementErrors.unsupportedType(expression.kind(), path, position);
    }

    /// Unlike elsewhere a refusal is caught here, to tell where in the literal the number is.
    private static DynamoNumber number(String digits, String path) {
        try {
            return DynamoNumber.parse(digits);
        } catch (AwsException refusal) {
            throw StatementErrors.under(refusal.message(), path);
        }
    }

    private AttributeValue list(List<Expression> elements, String path, int level) {
        var values = new ArrayList<AttributeValue>();
        for (int i = 0; i < elements.size(); i++) {
            values.add(literal(elements.get(i), "%s[%d]".formatted(path, i), level + 1));
        }
        return new AttributeValue.L(values);
    }

    private AttributeValue map(List<Expression.Field> fields, String path, int level) {
        var values = new LinkedHashMap<String, AttributeValue>();
        for (var field : fields) {
            var name = name(field, path);
            var value = literal(field.value(), path + "." + name, level + 1);
            if (values.put(name, value) != null) {
                throw duplicate(field, path);
            }
        }
        return new AttributeValue.M(values);
    }

    private static String name(Expression.Field field, String path) {
        if (field.name() instanceof Expression.Text(var name)) {
            return name;
        }
        throw StatementErrors.unsupportedType(field.name().kind(), path, "");
    }

    private static AwsException duplicate(Expression.Field field, String path) {
        return StatementErrors.under("Duplicate keys in tuple. Key: " + name(field, path), path);
    }

    private static AttributeValue set(List<Expression> members, String path) {
        if (members.isEmpty()) {
            throw StatementErrors.emptyBag();
        }
        var texts = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        for (var member : members) {
            switch (member) {
                case Expression.Text(var text) -> texts.add(text);
                case Expression.Number(var digits, _) -> numbers.add(digits);
                default -> throw StatementErrors.mixedBag();
            }
        }
        if (!texts.isEmpty() && !numbers.isEmpty()) {
            throw StatementErrors.mixedBag();
        }
        return numbers.isEmpty() ? strings(texts) : numbers(numbers, path);
    }

    private static AttributeValue strings(List<String> texts) {
        if (new HashSet<>(texts).size() < texts.size()) {
            throw StatementErrors.duplicateStrings(texts);
        }
        return new AttributeValue.SS(new LinkedHashSet<>(texts));
    }

    private static AttributeValue numbers(List<String> texts, String path) {
        var members = new LinkedHashSet<DynamoNumber>();
        for (var text : texts) {
            members.add(number(text, path));
        }
        if (members.size() < texts.size()) {
            throw StatementErrors.duplicateNumbers(texts, path);
        }
        return new AttributeValue.NS(members);
    }
}

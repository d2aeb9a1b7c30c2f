package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.DocumentPath.Attribute;
import groundschool.emulator.dynamodb.expression.DocumentPath.Index;
import groundschool.emulator.dynamodb.expression.DocumentPath.Step;
import groundschool.emulator.dynamodb.expression.Token.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Those parts of an item that are asked for.
///
/// Source: [Projection
/// expressions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html)
public final class Projection {

    private enum Sort {
        RESERVED_WORD,
        UNDEFINED,
        OVERLAP,
        CONFLICT
    }

    private static final Parsed<String, List<OperandSyntax.Path>> PARSED = new Parsed<>();

    private final List<DocumentPath> paths;
    private final PathTree<DocumentPath> tree = new PathTree<>();

    private Projection(List<DocumentPath> paths) {
        this.paths = List.copyOf(paths);
        this.paths.forEach(path -> tree.put(path, path));
    }

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if the text is no projection
    public static Projection of(String text, ExpressionContext context) {
        var problems = new Problems<>(Sort.class);
        var resolver =
                new PathResolver(
                        context,
                        reason -> problems.add(Sort.RESERVED_WORD, reason),
                        reason -> problems.add(Sort.UNDEFINED, reason));
        var paths =
                PARSED.of(text, text, () -> List.copyOf(parse(text))).stream()
                        .map(resolver::resolve)
                        .toList();
        new PathProblems(
                        reason -> problems.add(Sort.OVERLAP, reason),
                        reason -> problems.add(Sort.CONFLICT, reason))
                .check(paths);
        problems.check(ExpressionKind.PROJECTION);
        return new Projection(paths);
    }

    /// @param paths none of which leads to or into another
    public static Projection of(List<DocumentPath> paths) {
        return new Projection(paths);
    }

    private static List<OperandSyntax.Path> parse(String text) {
        var tokens = Tokens.of(ExpressionKind.PROJECTION, text);
        var operands = new OperandParser(tokens);
        var paths = operands.list(operands::path);
        tokens.expect(Type.END);
        return paths;
    }

    public List<DocumentPath> paths() {
        return paths;
    }

    /// What the item has at the paths; lists keep only the elements asked for, in their order.
    public Item apply(Item item) {
        return Item.of(map(tree, item.attributes()));
    }

    private static Map<String, AttributeValue> map(
            PathTree<DocumentPath> tree, Map<String, AttributeValue> values) {
        var chosen = new LinkedHashMap<String, AttributeValue>();
        for (var child : tree.children().entrySet()) {
            if (child.getKey() instanceof Attribute(var name)) {
                Optional.ofNullable(values.get(name))
                        .flatMap(value -> value(child.getValue(), value))
                        .ifPresent(value -> chosen.put(name, value));
            }
        }
        return chosen;
    }

    private static Optional<AttributeValue> value(
            PathTree<DocumentPath> tree, AttributeValue value) {
        if (tree.end().isPresent()) {
            return Optional.of(value);
        }
        if (value instanceof AttributeValue.M(var values)) {
            var chosen = map(tree, values);
            return chosen.isEmpty() ? Optional.empty() : Optional.of(new AttributeValue.M(chosen));
        }
        if (value instanceof AttributeValue.L(var elements)) {
            var chosen = list(tree, elements);
            return chosen.isEmpty() ? Optional.empty() : Optional.of(new AttributeValue.L(chosen));
        }
        return Optional.empty();
    }

    private static List<AttributeValue> list(
            PathTree<DocumentPath> tree, List<AttributeValue> elements) {
        var byIndex = new TreeMap<Integer, PathTree<DocumentPath>>();
        for (Map.Entry<Step, PathTree<DocumentPath>> child : tree.children().entrySet()) {
            if (child.getKey() instanceof Index(int index) && index < elements.size()) {
                byIndex.put(index, child.getValue());
            }
        }
        var chosen = new ArrayList<AttributeValue>();
        byIndex.forEach((index, child) -> value(child, elements.get(index)).ifPresent(chosen::add));
        return chosen;
    }
}

package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.Item;
import java.util.List;

/// A condition or filter that can be asked of items.
///
/// Source: [Condition and filter
/// expressions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html)
public final class Condition {

    private final ConditionNode node;
    private final List<DocumentPath> paths;

    /// @param paths all that the node looks at, in the order in which they are written
    public Condition(ConditionNode node, List<DocumentPath> paths) {
        this.node = node;
        this.paths = List.copyOf(paths);
    }

    /// @param kind of which parameter the text is, as messages tell it
    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if the text is no condition
    public static Condition of(ExpressionKind kind, String text, ExpressionContext context) {
        return new ConditionResolver(kind, context).resolve(ConditionParser.parse(kind, text));
    }

    /// Whether it holds for the item. A condition on an item that does not exist is asked of the
    /// empty item.
    public boolean test(Item item) {
        return node.test(item);
    }

    /// All paths that it looks at, in the order in which they are written.
    public List<DocumentPath> paths() {
        return paths;
    }

    /// What it consists of.
    public ConditionNode node() {
        return node;
    }
}

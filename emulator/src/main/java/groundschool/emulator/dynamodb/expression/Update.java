package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;
import java.util.LinkedHashSet;
import java.util.List;

/// A change to an item: everything on the right sees the item as it was before.
///
/// Source: [Update
/// expressions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html)
public final class Update {

    /// How the update was written, which some wordings depend on.
    private enum Origin {
        EXPRESSION,
        LEGACY,
        STATEMENT
    }

    private static final int MAXIMUM_LEVEL = 32;
    private static final int UPDATE_BYTES = 3;

    private final List<UpdateAction> actions;
    private final Origin origin;

    Update(List<UpdateAction> actions) {
        this(actions, Origin.EXPRESSION);
    }

    private Update(List<UpdateAction> actions, Origin origin) {
        this.actions = List.copyOf(actions);
        this.origin = origin;
    }

    /// An update of the time before expressions, which has a wording of its own for types that do
    /// not fit.
    static Update ofLegacy(List<UpdateAction> actions) {
        return new Update(actions, Origin.LEGACY);
    }

    /// An update that a PartiQL statement makes.
    ///
    /// @param actions none of whose paths leads to or into that of another
    public static Update ofStatement(List<UpdateAction> actions) {
        return new Update(actions, Origin.STATEMENT);
    }

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if the text is no update
    public static Update of(String text, ExpressionContext context) {
        return new UpdateResolver(context).resolve(UpdateParser.parse(text));
    }

    /// The item afterwards.
    ///
    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if the item lacks something
    ///   that the update needs
    public Item apply(Item item) {
        if (origin == Origin.LEGACY) {
            actions.forEach(action -> action.checkType(item));
        }
        var changes = new PathTree<Change>();
        for (var action : actions) {
            var change = action.change(item);
            checkLevels(action.path(), change);
            changes.put(action.path(), change);
        }
        return Item.of(Changes.inMap(changes, item.attributes()));
    }

    /// What it changes, in the order in which it is written.
    public List<DocumentPath> paths() {
        return actions.stream().map(UpdateAction::path).toList();
    }

    /// Those parts of an item that it changes: what `UPDATED_OLD` and `UPDATED_NEW` answer.
    public Projection updated() {
        return Projection.of(paths());
    }

    /// What the service counts as written: the attributes that are set or added to, and a little
    /// for the update and for each of its clauses.
    ///
    /// @param after the item that it led to
    public int writtenBytes(Item after) {
        var written = new LinkedHashSet<String>();
        int clauses = 0;
        for (var action : actions) {
            clauses += action.costBytes();
            if (action.writes()) {
                written.add(action.path().attribute());
            }
        }
        return UPDATE_BYTES + clauses + after.only(written).sizeBytes();
    }

    private void checkLevels(DocumentPath path, Change change) {
        if (change instanceof Change.Put(var value)
                && path.steps().size() - 1 + value.levels() > MAXIMUM_LEVEL) {
            throw origin == Origin.STATEMENT
                    ? DynamoDbErrors.nestedTooDeeplyByStatement()
                    : DynamoDbErrors.nestedTooDeeply();
        }
    }
}

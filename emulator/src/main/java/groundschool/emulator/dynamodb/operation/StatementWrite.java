package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.ConditionNode;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.Operand;
import groundschool.emulator.dynamodb.expression.Update;
import groundschool.emulator.dynamodb.partiql.Prepared;
import groundschool.emulator.dynamodb.partiql.Returning;
import groundschool.emulator.dynamodb.partiql.Statement;
import groundschool.emulator.dynamodb.partiql.StatementErrors;
import groundschool.emulator.dynamodb.partiql.WriteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An INSERT, UPDATE or DELETE, or a condition of a transaction, as a write of one item.
///
/// @param shown whether a refusal shows the item
record StatementWrite(Prepared prepared, Optional<ReturnValuesOnConditionCheckFailure> shown) {

    /// The write of a statement alone.
    ///
    /// @throws groundschool.emulator.AwsException if its WHERE names not just one item
    ItemWrite alone(Table table) {
        if (prepared.statement() instanceof Statement.Exists) {
            throw StatementErrors.existsOutsideTransaction();
        }
        if (prepared.item().isEmpty()) {
            var key = WriteKey.of(prepared.where(), table.key(), false);
            if (!key.isComplete()) {
                throw StatementErrors.keyMissing();
            }
            key.several()
                    .ifPresent(attribute -> {
                        throw StatementErrors.severalKeys(attribute);
                    });
        }
        return write(table);
    }

    /// The same, as one of a transaction's: a key that is not whole is refused in its turn.
    ItemWrite write(Table table) {
        prepared.item().ifPresent(ItemSize::check);
        var key = WriteKey.of(prepared.where(), table.key(), false).key();
        return switch (prepared.statement()) {
            case Statement.Insert _ -> new ItemWrite.Insert(prepared.item().orElseThrow());
            case Statement.Update _ ->
                    new ItemWrite.Change(
                            key, prepared.update(), new Guard(prepared.where(), shown), false);
            case Statement.Delete _ ->
                    new ItemWrite.Delete(
                            key,
                            new Guard(
                                    prepared.where().map(where -> unlessMissing(where, table)),
                                    shown));
            case Statement.Exists _ -> new ItemWrite.Check(key, new Guard(prepared.where(), shown));
            case Statement.Select _ -> throw new IllegalStateException("is no write");
        };
    }

    /// A DELETE of what is not there succeeds, whatever else it asks.
    private static Condition unlessMissing(Condition where, Table table) {
        var path = DocumentPath.of(table.key().partitionName());
        var paths = new ArrayList<>(where.paths());
        paths.add(path);
        return new Condition(
                new ConditionNode.Or(
                        new ConditionNode.AttributeNotExists(new Operand.Path(path)), where.node()),
                paths);
    }

    /// What the answer has of the item: none if the statement asks for nothing, or there is
    /// nothing.
    List<Item> returned(ItemWrite.Written written) {
        return prepared.statement().returning().stream()
                .map(returning -> returned(returning, written))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Item> returned(Returning returning, ItemWrite.Written written) {
        return switch (returning) {
            case ALL_OLD -> written.before();
            case ALL_NEW -> written.after();
            case MODIFIED_OLD -> modified(written.before());
            case MODIFIED_NEW -> modified(written.after());
        };
    }

    private Optional<Item> modified(Optional<Item> item) {
        var changed = prepared.update().map(Update::updated);
        return item.flatMap(whole -> changed.map(paths -> paths.apply(whole)))
                .filter(some -> !some.isEmpty());
    }
}

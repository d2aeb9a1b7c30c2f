package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.KeyPaths;
import java.util.List;
import java.util.Optional;

/// Asks conditions of the items that are to be written.
final class Conditions {

    private Conditions() {}

    /// @param before the item as it is
    /// @param shown whether a refusal shows it
    /// @throws groundschool.emulator.AwsException if the condition does not hold; that takes
    ///   capacity all the same
    static void require(
            Optional<Condition> condition,
            Optional<Item> before,
            Optional<ReturnValuesOnConditionCheckFailure> shown,
            Table table,
            Call call) {
        if (condition.isEmpty() || condition.get().test(before.orElse(Item.empty()))) {
            return;
        }
        table.refused(before).take(table.arn(call), call);
        throw TableErrors.conditionalCheckFailed(
                before.filter(_ ->
                        shown.equals(Optional.of(ReturnValuesOnConditionCheckFailure.ALL_OLD))));
    }

    /// @throws groundschool.emulator.AwsException if a path leads into a key attribute, which
    ///   always is a scalar
    static void requireScalarKeys(List<DocumentPath> paths, Table table) {
        KeyPaths.requireScalars(paths, names(table.key()), "Key");
        for (var index : table.indexes()) {
            KeyPaths.requireScalars(paths, names(index.key()), "IndexKey");
        }
    }

    static List<String> names(KeySchema key) {
        return key.names().toList();
    }
}

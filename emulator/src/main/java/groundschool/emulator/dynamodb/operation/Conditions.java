package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.KeyPaths;
import java.util.List;

/// What expressions may not do with the key attributes of the table that they are about.
final class Conditions {

    private Conditions() {}

    /// @throws groundschool.emulator.AwsException if a path leads into a key attribute, which
    ///   always is a scalar
    static void requireScalarKeys(List<DocumentPath> paths, Table table) {
        KeyPaths.requireScalars(paths, names(table.key()), "Key");
        for (var index : table.indexes()) {
            KeyPaths.requireScalars(paths, names(index.key()), "IndexKey");
        }
    }

    static List<String> names(KeySchema key) {
        return key.names();
    }
}

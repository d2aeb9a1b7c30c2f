package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.util.Collection;
import java.util.List;

/// What the paths of an expression may not do with key attributes.
public final class KeyPaths {

    private KeyPaths() {}

    /// @param label `Key`, or `IndexKey` for the keys of an index
    /// @throws groundschool.emulator.AwsException if a path leads into a key attribute
    public static void requireScalars(
            List<DocumentPath> paths, Collection<String> keys, String label) {
        for (var key : keys) {
            if (paths.stream().anyMatch(path -> path.isNested() && path.attribute().equals(key))) {
                throw DynamoDbErrors.keyIsScalar(label, key);
            }
        }
    }

    /// @param parameter `Filter Expression`, or `QueryFilter`
    /// @throws groundschool.emulator.AwsException if a query's filter looks at a key attribute
    public static void requireUnfiltered(
            Condition filter, Collection<String> keys, String parameter) {
        for (var key : keys) {
            if (filter.paths().stream().anyMatch(path -> path.attribute().equals(key))) {
                throw DynamoDbErrors.filterOnKey(parameter, key);
            }
        }
    }

    /// @throws groundschool.emulator.AwsException if an update changes a key attribute
    public static void requireUntouched(Update update, Collection<String> keys) {
        for (var key : keys) {
            if (update.paths().stream().anyMatch(path -> path.attribute().equals(key))) {
                throw DynamoDbErrors.cannotUpdateKey(key);
            }
        }
    }
}

package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import java.util.Map;
import java.util.Optional;

/// One of the reads of a transaction.
///
/// Source:
/// [TransactGetItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItem.html)
public record TransactGetItem(Get get) {

    /// Reads the item of a key.
    public record Get(
            String tableName,
            Item key,
            Optional<String> projectionExpression,
            Optional<Map<String, String>> expressionAttributeNames) {

        Expressions.Read expressions() {
            return new Expressions()
                    .with(ExpressionKind.PROJECTION, projectionExpression)
                    .names(expressionAttributeNames)
                    .read();
        }
    }
}

package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The items of one table that a batch reads, and which of their attributes.
///
/// Source:
/// [KeysAndAttributes](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_KeysAndAttributes.html)
public record KeysAndAttributes(
        List<Item> keys,
        Optional<Boolean> consistentRead,
        Optional<String> projectionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<List<String>> attributesToGet) {

    public KeysAndAttributes {
        keys = List.copyOf(keys);
    }

    /// The same for other keys.
    KeysAndAttributes of(List<Item> others) {
        return new KeysAndAttributes(
                others,
                consistentRead,
                projectionExpression,
                expressionAttributeNames,
                attributesToGet);
    }

    Expressions.Read expressions() {
        return new Expressions()
                .with(ExpressionKind.PROJECTION, projectionExpression)
                .names(expressionAttributeNames)
                .or(Legacy.ofGet(attributesToGet))
                .read();
    }
}

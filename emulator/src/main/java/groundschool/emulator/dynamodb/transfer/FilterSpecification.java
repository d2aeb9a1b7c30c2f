package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.ExpressionContext;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import groundschool.emulator.dynamodb.expression.KeyCondition;
import groundschool.emulator.dynamodb.expression.Projection;
import java.util.Map;
import java.util.Optional;

/// Which items an export has, and what of them.
///
/// Source:
/// [FilterSpecification](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_FilterSpecification.html)
public record FilterSpecification(
        Optional<String> filterExpression,
        Optional<String> projectionExpression,
        Optional<String> keyConditionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<ExpressionValues> expressionAttributeValues) {

    /// What lets all items through as they are.
    static final Reading ALL = new Reading(Optional.empty(), Optional.empty(), Optional.empty());

    /// The expressions, read.
    record Reading(
            Optional<Condition> key, Optional<Condition> filter, Optional<Projection> projection) {

        /// What the export has of an item; nothing if it is left out.
        Optional<Item> of(Item item) {
            boolean isWanted =
                    key.filter(condition -> !condition.test(item)).isEmpty()
                            && filter.filter(condition -> !condition.test(item)).isEmpty();
            return isWanted ? shown(item) : Optional.empty();
        }

        /// What the export has of an item that it has.
        Optional<Item> shown(Item item) {
            return Optional.of(projection.map(given -> given.apply(item)).orElse(item));
        }
    }

    /// @param schema of the table
    /// @throws groundschool.emulator.AwsException if the expressions are wrong
    public void check(KeySchema schema) {
        read(schema);
    }

    /// Reads the expressions.
    ///
    /// @param schema of the table
    /// @throws groundschool.emulator.AwsException if they are wrong
    Reading read(KeySchema schema) {
        if (filterExpression.isEmpty()
                && projectionExpression.isEmpty()
                && keyConditionExpression.isEmpty()) {
            throw TransferErrors.invalidRequest(
                    "Invalid FilterSpecification: The specification can not be empty");
        }
        var context = ExpressionContext.of(expressionAttributeNames, expressionAttributeValues);
        var key =
                keyConditionExpression.map(
                        text -> Condition.of(ExpressionKind.KEY_CONDITION, text, context));
        var filter =
                filterExpression.map(text -> Condition.of(ExpressionKind.FILTER, text, context));
        var projection = projectionExpression.map(text -> Projection.of(text, context));
        context.checkAllUsed();
        key.ifPresent(
                condition -> KeyCondition.of(condition).on(schema.partition(), schema.sort()));
        if (key.isPresent()) {
            filter.stream()
                    .flatMap(condition -> condition.paths().stream())
                    .map(DocumentPath::attribute)
                    .filter(schema::has)
                    .findFirst()
                    .ifPresent(name -> {
                        throw DynamoDbErrors.filterOnKey("Filter Expression", name);
                    });
        }
        return new Reading(key, filter, projection);
    }
}

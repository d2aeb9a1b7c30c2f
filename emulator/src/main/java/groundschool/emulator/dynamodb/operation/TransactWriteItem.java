package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One of a transaction's actions: exactly one is present.
///
/// Source:
/// [TransactWriteItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html)
public record TransactWriteItem(
        Optional<ConditionCheck> conditionCheck,
        Optional<Put> put,
        Optional<Delete> delete,
        Optional<Update> update) {

    /// What is done to one item.
    sealed interface Action {

        String tableName();

        /// What IAM is asked for it.
        String iamAction();

        /// @throws AwsException if one of them is wrong
        Expressions.Read expressions();

        /// @param expressions those of this action
        ItemWrite write(Expressions.Read expressions);
    }

    /// The one action.
    ///
    /// @throws AwsException if there are none or several
    Action action() {
        List<Action> given =
                Stream.<Optional<? extends Action>>of(conditionCheck, put, delete, update)
                        .flatMap(Optional::stream)
                        .<Action>map(action -> action)
                        .toList();
        if (given.isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Invalid Request: TransactWriteRequest should contain Delete or Put or Update"
                            + " request");
        }
        if (given.size() > 1) {
            throw DynamoDbErrors.validation(
                    "TransactItems can only contain one of Check, Put, Update or Delete");
        }
        return given.getFirst();
    }

    /// Holds a condition against an item that stays as it is.
    public record ConditionCheck(
            String tableName,
            Item key,
            String conditionExpression,
            Optional<Map<String, String>> expressionAttributeNames,
            Optional<ExpressionValues> expressionAttributeValues,
            Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure)
            implements Action {

        @Override
        public String iamAction() {
            return "dynamodb:ConditionCheckItem";
        }

        @Override
        public Expressions.Read expressions() {
            return new Expressions()
                    .with(ExpressionKind.CONDITION, Optional.of(conditionExpression))
                    .names(expressionAttributeNames)
                    .values(expressionAttributeValues)
                    .read();
        }

        @Override
        public ItemWrite write(Expressions.Read expressions) {
            return new ItemWrite.Check(key, expressions.guard(returnValuesOnConditionCheckFailure));
        }
    }

    /// Puts an item.
    public record Put(
            String tableName,
            Item item,
            Optional<String> conditionExpression,
            Optional<Map<String, String>> expressionAttributeNames,
            Optional<ExpressionValues> expressionAttributeValues,
            Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure)
            implements Action {

        /// What the request alone shows to be too large does not begin a transaction.
        public Put {
            ItemSize.check(item);
        }

        @Override
        public String iamAction() {
            return "dynamodb:PutItem";
        }

        @Override
        public Expressions.Read expressions() {
            return new Expressions()
                    .with(ExpressionKind.CONDITION, conditionExpression)
                    .names(expressionAttributeNames)
                    .values(expressionAttributeValues)
                    .read();
        }

        @Override
        public ItemWrite write(Expressions.Read expressions) {
            return new ItemWrite.Put(item, expressions.guard(returnValuesOnConditionCheckFailure));
        }
    }

    /// Deletes the item of a key.
    public record Delete(
            String tableName,
            Item key,
            Optional<String> conditionExpression,
            Optional<Map<String, String>> expressionAttributeNames,
            Optional<ExpressionValues> expressionAttributeValues,
            Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure)
            implements Action {

        @Override
        public String iamAction() {
            return "dynamodb:DeleteItem";
        }

        @Override
        public Expressions.Read expressions() {
            return new Expressions()
                    .with(ExpressionKind.CONDITION, conditionExpression)
                    .names(expressionAttributeNames)
                    .values(expressionAttributeValues)
                    .read();
        }

        @Override
        public ItemWrite write(Expressions.Read expressions) {
            return new ItemWrite.Delete(
                    key, expressions.guard(returnValuesOnConditionCheckFailure));
        }
    }

    /// Updates the item of a key, which unlike that of an UpdateItem is measured by its own size
    /// alone.
    ///
    /// Source: [dynamodb-conformance](https://github.com/nubo-db/dynamodb-conformance),
    /// `itemSizeBySurface`, measured against eu-west-2 in August 2026
    public record Update(
            String tableName,
            Item key,
            String updateExpression,
            Optional<String> conditionExpression,
            Optional<Map<String, String>> expressionAttributeNames,
            Optional<ExpressionValues> expressionAttributeValues,
            Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure)
            implements Action {

        @Override
        public String iamAction() {
            return "dynamodb:UpdateItem";
        }

        @Override
        public Expressions.Read expressions() {
            return new Expressions()
                    .with(ExpressionKind.UPDATE, Optional.of(updateExpression))
                    .with(ExpressionKind.CONDITION, conditionExpression)
                    .names(expressionAttributeNames)
                    .values(expressionAttributeValues)
                    .read();
        }

        @Override
        public ItemWrite write(Expressions.Read expressions) {
            return new ItemWrite.Change(
                    key,
                    expressions.update(),
                    expressions.guard(returnValuesOnConditionCheckFailure),
                    false);
        }
    }
}

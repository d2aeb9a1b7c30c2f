package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.SdkAccount.item;
import static groundschool.emulator.dynamodb.operation.SdkAccount.key;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Two tables, and the actions that a transaction may take on them.
abstract class TransactWriteItemsFixture {

    final SdkAccount account = new SdkAccount();

    @BeforeEach
    void create_two_tables() {
        account.createTable("Orders");
        account.createTable("Stock");
    }

    @AfterEach
    void close() {
        account.close();
    }

    TransactWriteItemsResponse write(TransactWriteItem... actions) {
        return account.dynamoDb.transactWriteItems(request -> request.transactItems(actions));
    }

    static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
    }

    static TransactWriteItem putNew(String id) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName("Orders")
                                .item(item(id, "note", "new"))
                                .conditionExpression("attribute_not_exists(id)")
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    static TransactWriteItem update(String id, String expression, AttributeValue value) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName("Orders")
                                .key(key(id))
                                .updateExpression(expression)
                                .expressionAttributeValues(Map.of(":v", value)))
                .build();
    }

    static TransactWriteItem delete(String id) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName("Orders").key(key(id)))
                .build();
    }

    static TransactWriteItem check(String table, String id, String condition) {
        return TransactWriteItem.builder()
                .conditionCheck(
                        check -> check.tableName(table).key(key(id)).conditionExpression(condition))
                .build();
    }

    String refusal(TransactWriteItem... actions) {
        var refusal = catchThrowableOfType(DynamoDbException.class, () -> write(actions));
        return refusal.awsErrorDetails().errorCode()
                + ": "
                + refusal.awsErrorDetails().errorMessage();
    }

    List<CancellationReason> reasons(TransactWriteItem... actions) {
        return catchThrowableOfType(TransactionCanceledException.class, () -> write(actions))
                .cancellationReasons();
    }
}

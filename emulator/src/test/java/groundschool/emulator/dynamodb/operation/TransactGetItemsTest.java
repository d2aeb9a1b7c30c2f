package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers that are compared are those that dynamodb-conformance recorded from the service.
class TransactGetItemsTest {

    private final Account account = new Account();

    @BeforeEach
    void put_an_order() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Orders",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "BillingMode": "PAY_PER_REQUEST"}
                """);
        account.call(
                "PutItem",
                """
                {"TableName": "Orders", "Item": {"id": {"S": "1"}, "total": {"N": "12.5"}}}
                """);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                        | ValidationException: 1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1
                    [{}]                      | ValidationException: 1 validation error detected: Value null at 'transactItems.1.member.get' failed to satisfy constraint: Member must not be null
                    [{"Get": {"TableName": "Nowhere", "Key": {"id": {"S": "1"}}}}] | ResourceNotFoundException: Requested resource not found
                    [{"Get": {"TableName": "Orders", "Key": {"id": {"S": "1"}}, "ProjectionExpression": "!!!"}}] | ValidationException: Invalid ProjectionExpression: Syntax error; token: "!", near: "!!"
                    [{"Get": {"TableName": "Orders", "Key": {"id": {"S": "1"}}, "ExpressionAttributeNames": {}}}] | ValidationException: ExpressionAttributeNames can only be specified when using expressions
                    [{"Get": {"TableName": "Orders", "Key": {"id": {"S": ""}}}}] | ValidationException: One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id
                    [{"Get": {"TableName": "Orders", "Key": {}}}] | TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError]
                    [{"Get": {"TableName": "Orders", "Key": {"id": {"S": "1"}}}}, {"Get": {"TableName": "Orders", "Key": {"id": {"S": "1"}}}}] | ValidationException: Transaction request cannot include multiple operations on one item
                    """)
    void refuses_what_cannot_be_read(String items, String message) {
        assertThat(account.refusal("TransactGetItems", "{\"TransactItems\": " + items + "}"))
                .isEqualTo(message);
    }

    @Test
    void answers_in_the_order_of_the_reads_and_nothing_for_what_is_not_there() {
        assertThat(
                        account.call(
                                "TransactGetItems",
                                """
                                {"TransactItems": [
                                  {"Get": {"TableName": "Orders", "Key": {"id": {"S": "2"}}}},
                                  {"Get": {"TableName": "Orders", "Key": {"id": {"S": "1"}}, "ProjectionExpression": "#t",
                                           "ExpressionAttributeNames": {"#t": "total"}}}],
                                 "ReturnConsumedCapacity": "TOTAL"}
                                """))
                .isEqualTo(
                        Account.json(
                                """
                                {"Responses": [{}, {"Item": {"total": {"N": "12.5"}}}],
                                 "ConsumedCapacity": [{"TableName": "Orders", "CapacityUnits": 4.0, "ReadCapacityUnits": 4.0}]}
                                """));
    }
}

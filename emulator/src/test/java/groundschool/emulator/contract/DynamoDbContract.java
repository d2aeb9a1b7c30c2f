package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// What a program sees through the AWS SDK for Java 2, however the SDK reaches the emulator.
abstract class DynamoDbContract extends SdkContract {

    @Test
    void a_table_is_there_for_the_waiter_that_asks_next() {
        createOrders();

        var table =
                dynamoDb.waiter()
                        .waitUntilTableExists(request -> request.tableName("orders"))
                        .matched()
                        .response()
                        .orElseThrow()
                        .table();

        assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.tableArn())
                .isEqualTo("arn:aws:dynamodb:eu-west-1:111122223333:table/orders");
        assertThat(dynamoDb.listTables().tableNames()).containsExactly("orders");
    }

    @Test
    void an_item_comes_back_as_it_was_put() {
        createOrders();
        var order =
                Map.of(
                        "id", AttributeValue.fromS("o-1"),
                        "total", AttributeValue.fromN("12.50"),
                        "paid", AttributeValue.fromBool(true),
                        "note", AttributeValue.fromNul(true),
                        "photo",
                                AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, 1, -1})),
                        "tags", AttributeValue.fromSs(List.of("Brötchen", "rye")),
                        "lines",
                                AttributeValue.fromL(
                                        List.of(
                                                AttributeValue.fromM(
                                                        Map.of("n", AttributeValue.fromN("2"))))));

        dynamoDb.putItem(request -> request.tableName("orders").item(order));

        var got =
                dynamoDb.getItem(request ->
                        request.tableName("orders")
                                .key(Map.of("id", AttributeValue.fromS("o-1")))
                                .consistentRead(true)
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(got.item())
                .hasSize(order.size())
                .containsEntry("total", AttributeValue.fromN("12.5"))
                .containsEntry("photo", order.get("photo"))
                .containsEntry("lines", order.get("lines"))
                .containsEntry("note", AttributeValue.fromNul(true))
                .hasEntrySatisfying(
                        "tags",
                        tags -> assertThat(tags.ss()).containsExactlyInAnyOrder("Brötchen", "rye"));
        assertThat(got.consumedCapacity().capacityUnits()).isEqualTo(1.0);
    }

    @Test
    void pages_of_a_query_follow_each_other() {
        createEvents();
        dynamoDb.batchWriteItem(request ->
                request.requestItems(
                        Map.of(
                                "events",
                                IntStream.range(0, 7)
                                        .mapToObj(DynamoDbContract::putEvent)
                                        .toList())));

        var pages =
                dynamoDb.queryPaginator(request ->
                        request.tableName("events")
                                .keyConditionExpression("#day = :day and #at >= :from")
                                .expressionAttributeNames(Map.of("#day", "day", "#at", "at"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":day", AttributeValue.fromS("monday"),
                                                ":from", AttributeValue.fromN("2")))
                                .scanIndexForward(false)
                                .limit(2));

        assertThat(pages.items().stream().map(event -> event.get("at")))
                .containsExactly(
                        AttributeValue.fromN("6"),
                        AttributeValue.fromN("5"),
                        AttributeValue.fromN("4"),
                        AttributeValue.fromN("3"),
                        AttributeValue.fromN("2"));
        assertThat(dynamoDb.scan(request -> request.tableName("events")).count()).isEqualTo(7);
    }

    @Test
    void an_update_gives_what_it_made() {
        createOrders();
        var key = Map.of("id", AttributeValue.fromS("o-1"));

        var updated =
                dynamoDb.updateItem(request ->
                        request.tableName("orders")
                                .key(key)
                                .updateExpression("ADD pieces :n")
                                .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("3")))
                                .returnValues(ReturnValue.UPDATED_NEW));
        var deleted =
                dynamoDb.deleteItem(request ->
                        request.tableName("orders").key(key).returnValues(ReturnValue.ALL_OLD));

        assertThat(updated.attributes())
                .containsExactly(Map.entry("pieces", AttributeValue.fromN("3")));
        assertThat(deleted.attributes()).containsKeys("id", "pieces");
    }

    @Test
    void a_condition_that_fails_is_its_own_exception() {
        createOrders();
        var order = Map.of("id", AttributeValue.fromS("o-1"));
        dynamoDb.putItem(request -> request.tableName("orders").item(order));

        assertThatThrownBy(() ->
                        dynamoDb.putItem(request ->
                                request.tableName("orders")
                                        .item(order)
                                        .conditionExpression("attribute_not_exists(id)")))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> {
                            assertThat(refusal.awsErrorDetails().errorMessage())
                                    .isEqualTo("The conditional request failed");
                            assertThat(refusal.statusCode()).isEqualTo(400);
                            assertThat(refusal.requestId()).matches("[0-9A-Z]{52}");
                        });
    }

    @Test
    void a_table_that_is_missing_or_there_already_is_its_own_exception() {
        createOrders();

        assertThatThrownBy(() -> dynamoDb.describeTable(request -> request.tableName("nothing")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Requested resource not found: Table: nothing not found");
        assertThatThrownBy(this::createOrders).isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void what_breaks_the_model_is_a_validation_exception() {
        assertThatThrownBy(() -> dynamoDb.listTables(request -> request.limit(0)))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        refusal -> {
                            assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationException");
                            assertThat(refusal.awsErrorDetails().errorMessage())
                                    .isEqualTo(
                                            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
                        });
    }

    @Test
    void a_statement_reads_what_another_wrote() {
        createEvents();
        for (int at = 0; at < 3; at++) {
            var parameter = AttributeValue.fromN(Integer.toString(at));
            dynamoDb.executeStatement(request ->
                    request.statement("INSERT INTO \"events\" VALUE {'day': 'monday', 'at': ?}")
                            .parameters(parameter));
        }

        var statement =
                "SELECT \"at\" FROM \"events\" WHERE \"day\" = 'monday' ORDER BY \"at\" DESC";
        var first = dynamoDb.executeStatement(request -> request.statement(statement).limit(2));
        var rest =
                dynamoDb.executeStatement(
                        request -> request.statement(statement).nextToken(first.nextToken()));

        assertThat(first.items())
                .containsExactly(
                        Map.of("at", AttributeValue.fromN("2")),
                        Map.of("at", AttributeValue.fromN("1")));
        assertThat(first.lastEvaluatedKey()).containsEntry("at", AttributeValue.fromN("1"));
        assertThat(rest.items()).containsExactly(Map.of("at", AttributeValue.fromN("0")));
        assertThat(rest.nextToken()).isNull();
    }

    @Test
    void an_insert_of_what_is_there_is_an_exception_of_its_own() {
        createOrders();
        var insert = "INSERT INTO orders VALUE {'id': 'o-1'}";
        dynamoDb.executeStatement(request -> request.statement(insert));

        assertThatThrownBy(() -> dynamoDb.executeStatement(request -> request.statement(insert)))
                .isInstanceOf(DuplicateItemException.class)
                .hasMessageContaining("Duplicate primary key exists in table");
    }

    @Test
    void a_batch_of_statements_answers_each_and_a_transaction_tells_each_reason() {
        createOrders();
        var insert = "INSERT INTO orders VALUE {'id': 'o-1'}";
        var update = "UPDATE orders SET total = 1 WHERE id = 'o-2'";

        var answers =
                dynamoDb.batchExecuteStatement(request ->
                                request.statements(
                                        BatchStatementRequest.builder().statement(insert).build(),
                                        BatchStatementRequest.builder().statement(update).build()))
                        .responses();

        assertThat(answers.getFirst().error()).isNull();
        assertThat(answers.getLast().error().code())
                .isEqualTo(BatchStatementErrorCodeEnum.CONDITIONAL_CHECK_FAILED);
        assertThatThrownBy(() ->
                        dynamoDb.executeTransaction(request ->
                                request.transactStatements(
                                        ParameterizedStatement.builder().statement(insert).build(),
                                        ParameterizedStatement.builder()
                                                .statement(update)
                                                .build())))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        refusal ->
                                assertThat(refusal.cancellationReasons())
                                        .extracting(CancellationReason::code)
                                        .containsExactly(
                                                "DuplicateItem", "ConditionalCheckFailed"));
    }

    private void createEvents() {
        dynamoDb.createTable(request ->
                request.tableName("events")
                        .attributeDefinitions(
                                attribute("day", ScalarAttributeType.S),
                                attribute("at", ScalarAttributeType.N))
                        .keySchema(key("day", KeyType.HASH), key("at", KeyType.RANGE))
                        .billingMode("PAY_PER_REQUEST"));
    }

    private static WriteRequest putEvent(int at) {
        var event =
                Map.of(
                        "day", AttributeValue.fromS("monday"),
                        "at", AttributeValue.fromN(Integer.toString(at)));
        return WriteRequest.builder().putRequest(put -> put.item(event)).build();
    }
}

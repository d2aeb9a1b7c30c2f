package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class ThrottlingTest {

    private static final String ORDERS = "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders";
    private static final String BY_CUSTOMER = ORDERS + "/index/by-customer";

    private static final String SCALING =
            "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                    + " automatically scaling your table or index so please try again shortly. If"
                    + " exceptions persist, check if you have a hot key:"
                    + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
    private static final String MAXIMUM_EXCEEDED =
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
    private static final String TABLE_EXCEEDED =
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                    + " increasing your provisioning level with the UpdateTable API.";
    private static final String INDEXES_EXCEEDED =
            "The level of configured provisioned throughput for one or more global secondary"
                    + " indexes of the table was exceeded. Consider increasing your provisioning"
                    + " level for the under-provisioned global secondary indexes with the"
                    + " UpdateTable API.";

    private final SdkAccount account = new SdkAccount();

    @BeforeEach
    void stop_the_clock() {
        account.sandbox().clock().freeze();
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void create(Consumer<CreateTableRequest.Builder> more) {
        account.dynamoDb.createTable(request -> {
            request.tableName("Orders")
                    .attributeDefinitions(string("id"), string("customer"))
                    .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                    .globalSecondaryIndexes(ThrottlingTest::byCustomer);
            more.accept(request);
        });
    }

    private static void byCustomer(GlobalSecondaryIndex.Builder index) {
        index.indexName("by-customer")
                .keySchema(k -> k.attributeName("customer").keyType(KeyType.HASH))
                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                .provisionedThroughput(t -> t.readCapacityUnits(1L).writeCapacityUnits(1L));
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private void provisioned(long read, long write) {
        create(request ->
                request.provisionedThroughput(
                        t -> t.readCapacityUnits(read).writeCapacityUnits(write)));
    }

    private void onDemand(Consumer<CreateTableRequest.Builder> more) {
        account.dynamoDb.createTable(request -> {
            request.tableName("Orders")
                    .attributeDefinitions(string("id"))
                    .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                    .billingMode(BillingMode.PAY_PER_REQUEST);
            more.accept(request);
        });
    }

    private void put(String id, int kilobytes) {
        account.put("Orders", large(id, kilobytes));
    }

    /// An item that takes as many units to write.
    private static Map<String, AttributeValue> large(String id, int kilobytes) {
        return SdkAccount.item(id, "t", "x".repeat(kilobytes * 1024 - id.length() - 3));
    }

    private static Map<String, AttributeValue> ofCustomer(String id) {
        return SdkAccount.item(id, "customer", "Ada");
    }

    private void advance(Duration duration) {
        account.sandbox().clock().advance(duration);
    }

    private <E extends Throwable> E refusal(Class<E> type, String id) {
        return catchThrowableOfType(type, () -> put(id, 1));
    }

    private static ThrottlingReason reason(String reason, String resource) {
        return ThrottlingReason.builder().reason(reason).resource(resource).build();
    }

    @Test
    void a_provisioned_table_saves_five_minutes_and_then_has_what_is_provisioned() {
        provisioned(1, 2);
        IntStream.range(0, 6).forEach(number -> put("o" + number, 100));

        var refusal = refusal(ProvisionedThroughputExceededException.class, "o");
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(TABLE_EXCEEDED);
        assertThat(refusal.throttlingReasons())
                .containsExactly(reason("TableWriteProvisionedThroughputExceeded", ORDERS));
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(account.get("Orders", "o")).isEmpty();

        advance(Duration.ofSeconds(1));
        put("o", 1);
        put("o", 1);
        assertThatThrownBy(() -> put("o", 1))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        advance(Duration.ofHours(1));
        IntStream.range(0, 6).forEach(number -> put("o" + number, 100));
        assertThatThrownBy(() -> put("o", 1))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void a_large_item_goes_through_while_anything_is_left_and_is_paid_off_later() {
        provisioned(1, 1);

        put("o1", 299);
        put("o2", 400);
        advance(Duration.ofSeconds(399));
        assertThatThrownBy(() -> put("o3", 1))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        advance(Duration.ofSeconds(1));
        put("o3", 1);
    }

    @Test
    void a_page_is_paid_for_by_what_it_read() {
        provisioned(1, 2000);
        IntStream.range(0, 4).forEach(number -> put("o" + number, 300));

        account.get("Orders", "none");

        account.dynamoDb.scan(request -> request.tableName("Orders").consistentRead(true));
        advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> account.dynamoDb.scan(request -> request.tableName("Orders")))
                .isInstanceOfSatisfying(
                        ProvisionedThroughputExceededException.class,
                        refusal ->
                                assertThat(refusal.throttlingReasons())
                                        .containsExactly(
                                                reason(
                                                        "TableReadProvisionedThroughputExceeded",
                                                        ORDERS)));
    }

    @Test
    void a_hot_key_is_throttled_at_its_partition_though_the_table_has_units_to_spare() {
        provisioned(10, 8000);
        IntStream.range(0, 10).forEach(_ -> put("hot", 100));

        assertThatThrownBy(() -> put("hot", 1))
                .isInstanceOfSatisfying(
                        ProvisionedThroughputExceededException.class,
                        refusal ->
                                assertThat(refusal.throttlingReasons())
                                        .containsExactly(
                                                reason(
                                                        "TableWriteKeyRangeThroughputExceeded",
                                                        ORDERS)));
        long others = IntStream.range(0, 40).filter(number -> isPut("o" + number)).count();
        assertThat(others).isBetween(25L, 39L);

        advance(Duration.ofSeconds(1));
        put("hot", 1);
    }

    private boolean isPut(String id) {
        try {
            put(id, 1);
            return true;
        } catch (ProvisionedThroughputExceededException _) {
            return false;
        }
    }

    @Test
    void a_write_is_held_back_by_an_index_that_has_no_units_left() {
        provisioned(1, 10);
        for (int number = 0; number < 300; number++) {
            account.put("Orders", ofCustomer("o" + number));
        }

        assertThatThrownBy(() -> account.put("Orders", ofCustomer("last")))
                .isInstanceOfSatisfying(
                        ProvisionedThroughputExceededException.class,
                        refusal -> {
                            assertThat(refusal.awsErrorDetails().errorMessage())
                                    .isEqualTo(INDEXES_EXCEEDED);
                            assertThat(refusal.throttlingReasons())
                                    .containsExactly(
                                            reason(
                                                    "IndexWriteProvisionedThroughputExceeded",
                                                    BY_CUSTOMER));
                        });
        put("of nobody", 1);
        assertThat(account.get("Orders", "last")).isEmpty();
    }

    @Test
    void a_condition_that_fails_takes_units_and_is_not_looked_at_without() {
        provisioned(1, 1);
        put("o", 100);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::putIfNew).isInstanceOf(ConditionalCheckFailedException.class);
        }
        assertThatThrownBy(this::putIfNew)
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    private void putIfNew() {
        account.dynamoDb.putItem(request ->
                request.tableName("Orders")
                        .item(SdkAccount.key("o"))
                        .conditionExpression("attribute_not_exists(id)"));
    }

    @Test
    void a_new_table_on_demand_does_four_thousand_writes_a_second_and_scales_by_what_it_has_done() {
        onDemand(_ -> {});

        double first = writtenInASecond(20_000);
        advance(Duration.ofMinutes(29));
        double soon = writtenInASecond(20_000);
        advance(Duration.ofMinutes(2));
        double later = writtenInASecond(20_000);

        assertThat(first).isBetween(3400.0, 4100.0);
        assertThat(soon).isBetween(3400.0, 4100.0);
        assertThat(later).isBetween(first * 1.6, first * 2.1);
    }

    /// How many units many keys get at one moment.
    private double writtenInASecond(int wanted) {
        double written = 0;
        for (int number = 0; number < wanted / 100; number++) {
            try {
                put("o" + number, 100);
                written += 100;
            } catch (ThrottlingException _) {
                continue;
            }
        }
        return written;
    }

    @Test
    void a_hot_key_is_throttled_on_demand_too() {
        onDemand(_ -> {});
        IntStream.range(0, 10).forEach(_ -> put("hot", 100));

        assertThatThrownBy(() -> put("hot", 1))
                .isInstanceOfSatisfying(
                        ThrottlingException.class,
                        refusal -> {
                            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(SCALING);
                            assertThat(refusal.throttlingReasons())
                                    .containsExactly(
                                            reason("TableWriteKeyRangeThroughputExceeded", ORDERS));
                        });
    }

    @Test
    void a_maximum_holds_a_table_on_demand_back() {
        onDemand(request ->
                request.onDemandThroughput(
                        t -> t.maxReadRequestUnits(2L).maxWriteRequestUnits(5L)));
        IntStream.range(0, 5).forEach(number -> put("o" + number, 1));

        assertThatThrownBy(() -> put("o", 1))
                .isInstanceOfSatisfying(
                        ThrottlingException.class,
                        refusal -> {
                            assertThat(refusal.awsErrorDetails().errorMessage())
                                    .isEqualTo(MAXIMUM_EXCEEDED);
                            assertThat(refusal.throttlingReasons())
                                    .containsExactly(
                                            reason(
                                                    "TableWriteMaxOnDemandThroughputExceeded",
                                                    ORDERS));
                        });

        account.dynamoDb.updateTable(request ->
                request.tableName("Orders").onDemandThroughput(t -> t.maxWriteRequestUnits(-1L)));
        put("o", 1);
    }

    @Test
    void a_warm_table_on_demand_ends_at_the_account_s_quota() {
        onDemand(request ->
                request.warmThroughput(
                        t -> t.readUnitsPerSecond(12_000L).writeUnitsPerSecond(100_000L)));

        var refusal =
                catchThrowableOfType(
                        RequestLimitExceededException.class, () -> writtenInASecond(80_000));

        assertThat(refusal.throttlingReasons())
                .containsExactly(reason("TableWriteAccountLimitExceeded", ORDERS));
    }

    @Test
    void a_batch_answers_what_was_throttled_and_fails_only_if_all_was() {
        provisioned(1, 1);
        put("o", 298);
        var requests =
                IntStream.range(0, 5)
                        .mapToObj(number ->
                                WriteRequest.builder()
                                        .putRequest(p -> p.item(SdkAccount.key("o" + number)))
                                        .build())
                        .toList();

        var answer =
                account.dynamoDb.batchWriteItem(r -> r.requestItems(Map.of("Orders", requests)));

        assertThat(answer.unprocessedItems()).isEqualTo(Map.of("Orders", requests.subList(2, 5)));
        assertThatThrownBy(() ->
                        account.dynamoDb.batchWriteItem(
                                r -> r.requestItems(Map.of("Orders", requests.subList(2, 5)))))
                .isInstanceOfSatisfying(
                        ProvisionedThroughputExceededException.class,
                        refusal ->
                                assertThat(refusal.throttlingReasons())
                                        .containsExactly(
                                                reason(
                                                        "TableWriteProvisionedThroughputExceeded",
                                                        ORDERS)));
        assertThat(account.get("Orders", "o1")).isNotEmpty();
        assertThat(account.get("Orders", "o2")).isEmpty();
    }

    @Test
    void a_batch_of_reads_answers_the_keys_that_were_throttled() {
        provisioned(1, 2000);
        put("large", 400);
        IntStream.range(0, 2).forEach(_ -> account.get("Orders", "large"));
        IntStream.range(0, 99).forEach(_ -> account.get("Orders", "small"));
        var keys = IntStream.range(0, 5).mapToObj(number -> SdkAccount.key("o" + number)).toList();

        var answer =
                account.dynamoDb.batchGetItem(r -> r.requestItems(Map.of("Orders", all(keys))));

        assertThat(answer.unprocessedKeys()).isEqualTo(Map.of("Orders", all(keys.subList(2, 5))));
        assertThatThrownBy(() ->
                        account.dynamoDb.batchGetItem(
                                r -> r.requestItems(Map.of("Orders", all(keys)))))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    private static KeysAndAttributes all(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }

    @Test
    void a_transaction_is_cancelled_as_a_whole_and_says_which_action_was_throttled() {
        provisioned(1, 2);
        put("o", 400);
        put("p", 197);

        var refusal =
                catchThrowableOfType(
                        TransactionCanceledException.class, () -> putTogether("o1", "o2", "o3"));

        assertThat(refusal.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "None", "ProvisionedThroughputExceeded");
        assertThat(refusal.cancellationReasons().getLast().message())
                .startsWith("The level of configured provisioned throughput for the table was");
        assertThat(account.get("Orders", "o1")).isEmpty();
        putTogether("o1", "o2");
    }

    @Test
    void a_transaction_on_a_table_on_demand_is_cancelled_with_a_throttling_error() {
        onDemand(request -> request.onDemandThroughput(t -> t.maxWriteRequestUnits(1L)));

        var refusal =
                catchThrowableOfType(
                        TransactionCanceledException.class, () -> putTogether("o1", "o2"));

        assertThat(refusal.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ThrottlingError");
    }

    private void putTogether(String... ids) {
        var actions = Arrays.stream(ids).map(ThrottlingTest::putting).toList();
        account.dynamoDb.transactWriteItems(request -> request.transactItems(actions));
    }

    private static TransactWriteItem putting(String id) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName("Orders").item(SdkAccount.key(id)))
                .build();
    }

    @Test
    void more_is_provisioned_from_the_moment_that_the_update_is_done() {
        provisioned(1, 1);
        put("o", 300);
        assertThatThrownBy(() -> put("o", 1))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        account.dynamoDb.updateTable(request ->
                request.tableName("Orders")
                        .provisionedThroughput(
                                t -> t.readCapacityUnits(1L).writeCapacityUnits(50L)));
        advance(Duration.ofSeconds(1));

        put("o1", 49);
        put("o2", 1);
        assertThatThrownBy(() -> put("o3", 1))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void another_sandbox_and_a_table_that_is_made_anew_begin_with_all_of_it() {
        provisioned(1, 1);
        put("o", 300);
        account.dynamoDb.deleteTable(request -> request.tableName("Orders"));

        provisioned(1, 1);

        put("o", 300);
    }

    @Test
    void the_ledger_tells_what_was_touched_taken_and_throttled() {
        provisioned(1, 1);
        account.put("Orders", ofCustomer("o1"));
        put("o2", 300);
        assertThatThrownBy(() -> put("o3", 1))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        var entries = account.sandbox().ledger().entries();
        var written = entries.get(1);
        assertThat(written.effect().keys()).containsExactly("Orders id=o1");
        assertThat(written.effect().items()).isEqualTo(1);
        assertThat(written.usage())
                .containsOnly(
                        Map.entry("WriteCapacityUnits " + ORDERS, 1.0),
                        Map.entry("WriteCapacityUnits " + BY_CUSTOMER, 1.0));
        var refused = entries.getLast();
        assertThat(refused.usage()).isEmpty();
        assertThat(refused.effect().throttles())
                .containsExactly("TableWriteProvisionedThroughputExceeded " + ORDERS);
    }

    @Test
    void the_ledger_tells_the_partition_key_of_a_query_and_how_many_items_it_looked_at() {
        provisioned(1, 1);
        account.put("Orders", ofCustomer("o1"));
        account.put("Orders", ofCustomer("o2"));
        account.dynamoDb.query(request ->
                request.tableName("Orders")
                        .indexName("by-customer")
                        .keyConditionExpression("customer = :c")
                        .filterExpression("attribute_exists(nothing)")
                        .expressionAttributeValues(Map.of(":c", AttributeValue.fromS("Ada"))));

        var effect = account.sandbox().ledger().entries().getLast().effect();

        assertThat(effect.keys()).containsExactly("Orders/by-customer customer=Ada");
        assertThat(effect.items()).isZero();
        assertThat(effect.lookedAt()).isEqualTo(2);
    }
}

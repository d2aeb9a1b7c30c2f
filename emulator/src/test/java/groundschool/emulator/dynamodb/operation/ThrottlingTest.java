package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/// What a table with provisioned units does when they run out, and what the ledger tells of it.
class ThrottlingTest extends ThrottlingFixture {

    private static final String TABLE_EXCEEDED =
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                    + " increasing your provisioning level with the UpdateTable API.";

    private static final String INDEXES_EXCEEDED =
            "The level of configured provisioned throughput for one or more global secondary"
                    + " indexes of the table was exceeded. Consider increasing your provisioning"
                    + " level for the under-provisioned global secondary indexes with the"
                    + " UpdateTable API.";

    private <E extends Throwable> E refusal(Class<E> type, String id) {
        return catchThrowableOfType(type, () -> put(id, 1));
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

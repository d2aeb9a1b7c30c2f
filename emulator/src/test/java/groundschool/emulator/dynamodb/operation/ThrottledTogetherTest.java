package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Batches and transactions of which a part finds no units left.
class ThrottledTogetherTest extends ThrottlingFixture {

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
        var actions = Arrays.stream(ids).map(ThrottledTogetherTest::putting).toList();
        account.dynamoDb.transactWriteItems(request -> request.transactItems(actions));
    }

    private static TransactWriteItem putting(String id) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName("Orders").item(SdkAccount.key(id)))
                .build();
    }
}

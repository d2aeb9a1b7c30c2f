package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

/// What holds a table on demand back.
class OnDemandThrottlingTest extends ThrottlingFixture {

    private static final String SCALING =
            "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                    + " automatically scaling your table or index so please try again shortly. If"
                    + " exceptions persist, check if you have a hot key:"
                    + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
    private static final String MAXIMUM_EXCEEDED =
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index";

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
}

package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

class StaleReadsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private SdkAccount account = new SdkAccount();

    @BeforeEach
    void create_a_table() {
        account.sandbox().clock().freeze();
        account.dynamoDb.createTable(request ->
                request.tableName("Counters")
                        .attributeDefinitions(
                                a -> a.attributeName("id").attributeType("S"),
                                a -> a.attributeName("at").attributeType("S"))
                        .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                        .globalSecondaryIndexes(index ->
                                index.indexName("by-at")
                                        .keySchema(k -> k.attributeName("at").keyType(KeyType.HASH))
                                        .projection(p -> p.projectionType(ProjectionType.ALL)))
                        .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private void beStale(long seed) {
        account.sandbox().staleReads(SECOND, seed);
    }

    /// Counts to twenty, a tenth of a second for each, and reads after each.
    private List<String> counted(boolean consistent) {
        var seen = new ArrayList<String>();
        for (int count = 1; count <= 20; count++) {
            account.put("Counters", SdkAccount.item("one", "at", "" + count));
            seen.add(read(consistent));
            account.sandbox().clock().advance(Duration.ofMillis(100));
        }
        return seen;
    }

    private String read(boolean consistent) {
        return account.dynamoDb
                .getItem(request ->
                        request.tableName("Counters")
                                .key(SdkAccount.key("one"))
                                .consistentRead(consistent))
                .item()
                .getOrDefault("at", AttributeValue.fromS("0"))
                .s();
    }

    private int found(String at) {
        return account.dynamoDb
                .query(request ->
                        request.tableName("Counters")
                                .indexName("by-at")
                                .keyConditionExpression("#at = :at")
                                .expressionAttributeNames(Map.of("#at", "at"))
                                .expressionAttributeValues(Map.of(":at", AttributeValue.fromS(at))))
                .count();
    }

    @Test
    void reads_see_what_is_true_unless_told_otherwise() {
        var seen = counted(false);

        assertThat(seen.getFirst()).isEqualTo("1");
        assertThat(seen.getLast()).isEqualTo("20");
    }

    @Test
    void eventually_consistent_reads_see_what_was_true_within_the_time_and_consistent_ones_all() {
        beStale(7);

        var seen = counted(false);

        assertThat(seen).isNotEqualTo(counted(true));
        for (int count = 1; count <= 20; count++) {
            int shown = Integer.parseInt(seen.get(count - 1));
            assertThat(shown).isBetween(Math.max(0, count - 11), count);
        }
        assertThat(read(true)).isEqualTo("20");
        account.sandbox().clock().advance(SECOND);
        assertThat(read(false)).isEqualTo("20");
    }

    @Test
    void the_same_seed_sees_the_same() {
        beStale(7);
        var once = counted(false);
        account.close();
        account = new SdkAccount();
        create_a_table();
        beStale(7);

        assertThat(counted(false)).isEqualTo(once);
    }

    @Test
    void an_index_shows_a_write_only_after_a_while() {
        beStale(3);
        account.put("Counters", SdkAccount.item("one", "at", "now"));

        assertThat(found("now")).isZero();
        account.sandbox().clock().advance(SECOND);
        assertThat(found("now")).isEqualTo(1);
    }

    @Test
    void a_table_of_the_same_name_shows_nothing_of_the_one_before() {
        beStale(3);
        account.put("Counters", SdkAccount.item("one", "at", "then"));
        account.sandbox().clock().advance(Duration.ofMillis(10));
        account.dynamoDb.deleteTable(request -> request.tableName("Counters"));
        create_a_table();

        assertThat(read(false)).isEqualTo("0");
    }

    @Test
    void it_can_be_switched_off_again() {
        beStale(7);
        account.put("Counters", SdkAccount.item("one", "at", "now"));
        account.sandbox().staleReads(Duration.ZERO, 0);

        assertThat(read(false)).isEqualTo("now");
    }
}

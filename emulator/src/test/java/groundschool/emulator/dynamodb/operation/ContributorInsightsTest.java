package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.DynamoDb;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the service answered is recorded in ack-api-quirks, DDB-TABLE-092, and by LocalStack.
class ContributorInsightsTest {

    private final Account account = new Account();

    @BeforeEach
    void create_a_table() {
        account.sandbox().clock().freeze();
        create("Orders");
    }

    private void create(String name) {
        account.call(
                "CreateTable",
                """
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"},
                                          {"AttributeName": "customer", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "GlobalSecondaryIndexes": [{"IndexName": "by-customer",
                     "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"},
                                   {"AttributeName": "id", "KeyType": "RANGE"}],
                     "Projection": {"ProjectionType": "KEYS_ONLY"}}]}
                """
                        .formatted(name));
    }

    @AfterEach
    void close() {
        account.close();
    }

    private JsonNode update(String more) {
        return account.call("UpdateContributorInsights", input(more));
    }

    private JsonNode described(String more) {
        return account.call("DescribeContributorInsights", input(more));
    }

    private static String input(String more) {
        return "{\"TableName\": \"Orders\"" + more.replace('\'', '"') + "}";
    }

    private long now() {
        return account.sandbox().clock().now().toEpochMilli();
    }

    @Test
    void is_disabled_at_first() {
        assertThat(described(""))
                .isEqualTo(
                        Account.json(
                                "{\"TableName\":\"Orders\",\"ContributorInsightsStatus\":\"DISABLED\"}"));
    }

    @Test
    void counts_accessed_and_throttled_keys_unless_something_else_is_said() {
        var answer = update(", 'ContributorInsightsAction': 'ENABLE'");

        assertThat(answer)
                .isEqualTo(
                        Account.json(
                                """
                                {"TableName": "Orders", "ContributorInsightsStatus": "ENABLING",
                                 "ContributorInsightsMode": "ACCESSED_AND_THROTTLED_KEYS"}
                                """));
        var description = described("");
        assertThat(description.path("ContributorInsightsStatus").asString()).isEqualTo("ENABLED");
        assertThat(description.path("LastUpdateDateTime").asDouble()).isEqualTo(now() / 1000.0);
        assertThat(description.path("ContributorInsightsRuleList").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly(
                        "DynamoDBContributorInsights-PKC-Orders-" + now(),
                        "DynamoDBContributorInsights-PKT-Orders-" + now());
    }

    @Test
    void has_rules_of_sort_keys_for_an_index_with_one() {
        update(", 'ContributorInsightsAction': 'ENABLE', 'IndexName': 'by-customer'");

        assertThat(described(", 'IndexName': 'by-customer'").path("ContributorInsightsRuleList"))
                .hasSize(4);
        assertThat(described("").path("ContributorInsightsStatus").asString())
                .isEqualTo("DISABLED");
    }

    @Test
    void another_mode_is_enabled_over_the_one_before_and_keeps_the_names_of_rules() {
        update(", 'ContributorInsightsAction': 'ENABLE'");
        long enabled = now();
        account.sandbox().clock().advance(Duration.ofHours(1));

        var other =
                update(
                        ", 'ContributorInsightsAction': 'ENABLE',"
                                + " 'ContributorInsightsMode': 'THROTTLED_KEYS'");

        assertThat(other.path("ContributorInsightsStatus").asString()).isEqualTo("ENABLING");
        assertThat(described("").path("ContributorInsightsRuleList").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("DynamoDBContributorInsights-PKT-Orders-" + enabled);

        var usual = update(", 'ContributorInsightsAction': 'ENABLE'");
        var again = update(", 'ContributorInsightsAction': 'ENABLE'");
        assertThat(usual.path("ContributorInsightsMode").asString())
                .isEqualTo("ACCESSED_AND_THROTTLED_KEYS");
        assertThat(again.path("ContributorInsightsStatus").asString()).isEqualTo("ENABLED");
    }

    @Test
    void is_disabled_with_the_mode_that_it_had_and_without_rules() {
        update(", 'ContributorInsightsAction': 'ENABLE'");

        var answer =
                update(
                        ", 'ContributorInsightsAction': 'DISABLE',"
                                + " 'ContributorInsightsMode': 'THROTTLED_KEYS'");

        assertThat(answer.path("ContributorInsightsStatus").asString()).isEqualTo("DISABLING");
        assertThat(answer.path("ContributorInsightsMode").asString())
                .isEqualTo("ACCESSED_AND_THROTTLED_KEYS");
        assertThat(described("").has("ContributorInsightsRuleList")).isFalse();
        assertThat(described("").path("ContributorInsightsStatus").asString())
                .isEqualTo("DISABLED");
    }

    @Test
    void takes_as_long_as_the_sandbox_wants() {
        var sandbox = account.sandbox();
        sandbox.storage()
                .transition(
                        () -> sandbox.state(new DynamoDb()).delayChanges(Duration.ofMinutes(1)));
        sandbox.clock().advance(Duration.ofHours(1));
        update(", 'ContributorInsightsAction': 'ENABLE'");

        assertThat(described("").path("ContributorInsightsStatus").asString())
                .isEqualTo("ENABLING");
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertThat(described("").path("ContributorInsightsStatus").asString()).isEqualTo("ENABLED");
    }

    @Test
    void is_listed_by_table_and_in_pages() {
        create("Stock");
        update(", 'ContributorInsightsAction': 'ENABLE', 'IndexName': 'by-customer'");

        var one = account.call("ListContributorInsights", "{\"TableName\": \"Orders\"}");
        assertThat(one.path("ContributorInsightsSummaries"))
                .isEqualTo(
                        Account.json(
                                """
                                [{"TableName": "Orders", "ContributorInsightsStatus": "DISABLED"},
                                 {"TableName": "Orders", "IndexName": "by-customer",
                                  "ContributorInsightsStatus": "ENABLED",
                                  "ContributorInsightsMode": "ACCESSED_AND_THROTTLED_KEYS"}]
                                """));

        var page = account.call("ListContributorInsights", "{\"MaxResults\": 3}");
        var rest =
                account.call(
                        "ListContributorInsights",
                        "{\"NextToken\": \"%s\"}".formatted(page.path("NextToken").asString()));
        assertThat(page.path("ContributorInsightsSummaries")).hasSize(3);
        assertThat(rest.path("ContributorInsightsSummaries")).hasSize(1);
        assertThat(rest.has("NextToken")).isFalse();
    }

    @Test
    void goes_with_its_table() {
        update(", 'ContributorInsightsAction': 'ENABLE'");
        account.call("DeleteTable", "{\"TableName\": \"Orders\"}");
        create("Orders");

        assertThat(described("").path("ContributorInsightsStatus").asString())
                .isEqualTo("DISABLED");
    }

    @Test
    void needs_a_table_and_an_index_that_are_there() {
        assertThat(account.refusal("DescribeContributorInsights", "{\"TableName\": \"Nowhere\"}"))
                .isEqualTo(
                        "ResourceNotFoundException: Requested resource not found: Table: Nowhere"
                                + " not found");
        assertThat(
                        account.refusal(
                                "UpdateContributorInsights",
                                input(
                                        ", 'IndexName': 'none', 'ContributorInsightsAction':"
                                                + " 'ENABLE'")))
                .startsWith("ResourceNotFoundException: Requested resource not found: Index");
    }
}

package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.AwsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QueryTest {

    private final Account account = new Account();

    @BeforeEach
    void fill_a_bakery() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Orders",
                 "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"},
                               {"AttributeName": "placed", "KeyType": "RANGE"}],
                 "AttributeDefinitions": [{"AttributeName": "customer", "AttributeType": "S"},
                                          {"AttributeName": "placed", "AttributeType": "N"},
                                          {"AttributeName": "cake", "AttributeType": "S"},
                                          {"AttributeName": "price", "AttributeType": "N"}],
                 "GlobalSecondaryIndexes": [
                     {"IndexName": "by-cake",
                      "KeySchema": [{"AttributeName": "cake", "KeyType": "HASH"},
                                    {"AttributeName": "price", "KeyType": "RANGE"}],
                      "Projection": {"ProjectionType": "KEYS_ONLY"}}],
                 "LocalSecondaryIndexes": [
                     {"IndexName": "by-price",
                      "KeySchema": [{"AttributeName": "customer", "KeyType": "HASH"},
                                    {"AttributeName": "price", "KeyType": "RANGE"}],
                      "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["note"]}}],
                 "BillingMode": "PAY_PER_REQUEST"}
                """);
        for (int placed = -3; placed < 10; placed++) {
            put("ann", placed, "tart", 7, "large");
        }
        put("bob", 1, "tart", 5, "small");
        put("bob", 2, "scone", 100, "small");
    }

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    placed = :a               | 3
                    placed < :a               | -3,-2,-1,0,1,2
                    placed <= :a              | -3,-2,-1,0,1,2,3
                    placed > :a               | 4,5,6,7,8,9
                    placed >= :a              | 3,4,5,6,7,8,9
                    placed BETWEEN :a AND :a  | 3
                    """)
    void reads_the_range_of_sort_keys_in_order(String condition, String expected) {
        var input =
                """
                {"TableName": "Orders", %s
                 "KeyConditionExpression": "customer = :c AND %s",
                 "ExpressionAttributeValues": {":c": {"S": "ann"}, ":a": {"N": "3"}}}
                """;

        var forward = account.call("Query", input.formatted("", condition));
        var backward =
                account.call("Query", input.formatted("\"ScanIndexForward\": false,", condition));

        assertThat(String.join(",", placed(forward))).isEqualTo(expected);
        assertThat(placed(backward)).isEqualTo(placed(forward).reversed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 12, 13, 14, 100})
    void gives_the_same_items_at_every_limit_also_where_index_keys_tie(int limit) {
        for (var way : new String[] {"true", "false"}) {
            var input =
                    """
                    {"TableName": "Orders", "IndexName": "by-cake", "ScanIndexForward": %s,
                     "KeyConditionExpression": "cake = :c",
                     "ExpressionAttributeValues": {":c": {"S": "tart"}}%s}
                    """;
            var all = items(account.call("Query", input.formatted(way, "")));
            var paged = new ArrayList<JsonNode>();
            var start = "";
            while (true) {
                var page =
                        account.call(
                                "Query", input.formatted(way, ", \"Limit\": " + limit + start));
                paged.addAll(items(page));
                if (!page.has("LastEvaluatedKey")) {
                    break;
                }
                assertThat(page.path("LastEvaluatedKey").propertyNames())
                        .containsExactlyInAnyOrder("customer", "placed", "cake", "price");
                start = ", \"ExclusiveStartKey\": " + page.path("LastEvaluatedKey");
            }

            assertThat(all).hasSize(14);
            assertThat(paged).isEqualTo(all);
        }
    }

    @Test
    void says_where_to_go_on_even_if_the_limit_falls_on_the_last_item() {
        var page =
                account.call(
                        "Query",
                        """
                        {"TableName": "Orders", "Limit": 2, "KeyConditionExpression": "customer = :c",
                         "ExpressionAttributeValues": {":c": {"S": "bob"}}}
                        """);

        assertThat(page.path("LastEvaluatedKey"))
                .isEqualTo(
                        Account.json(
                                "{\"customer\": {\"S\": \"bob\"}, \"placed\": {\"N\": \"2\"}}"));
    }

    @Test
    void counts_what_the_filter_lets_through_and_what_it_looked_at() {
        var page =
                account.call(
                        "Query",
                        """
                        {"TableName": "Orders", "Select": "COUNT", "ReturnConsumedCapacity": "TOTAL",
                         "KeyConditionExpression": "customer = :c", "FilterExpression": "price > :p",
                         "ExpressionAttributeValues": {":c": {"S": "bob"}, ":p": {"N": "50"}}}
                        """);

        assertThat(page)
                .isEqualTo(
                        Account.json(
                                """
                                {"Count": 1, "ScannedCount": 2,
                                 "ConsumedCapacity": {"TableName": "Orders", "CapacityUnits": 0.5}}
                                """));
    }

    @Test
    void fetches_from_the_table_what_a_local_index_lacks_and_charges_each_item() {
        var page =
                account.call(
                        "Query",
                        """
                        {"TableName": "Orders", "IndexName": "by-price", "Select": "ALL_ATTRIBUTES",
                         "ReturnConsumedCapacity": "INDEXES", "ConsistentRead": true,
                         "KeyConditionExpression": "customer = :c",
                         "ExpressionAttributeValues": {":c": {"S": "bob"}}}
                        """);

        assertThat(page.path("Items").get(0).path("size"))
                .isEqualTo(Account.json("{\"S\": \"small\"}"));
        assertThat(page.path("ConsumedCapacity"))
                .isEqualTo(
                        Account.json(
                                """
                                {"TableName": "Orders", "CapacityUnits": 3.0, "Table": {"CapacityUnits": 2.0},
                                 "LocalSecondaryIndexes": {"by-price": {"CapacityUnits": 1.0}}}
                                """));
    }

    @Test
    void ends_a_page_with_the_item_that_passes_1_MB() {
        for (int placed = 1; placed <= 4; placed++) {
            put("carol", placed, "brick", 1, "x".repeat(360_000));
            // One partition writes no more than 1,000 KB a second.
            account.sandbox().clock().advance(Duration.ofSeconds(1));
        }

        var page =
                account.call(
                        "Query",
                        """
                        {"TableName": "Orders", "ReturnConsumedCapacity": "TOTAL",
                         "KeyConditionExpression": "customer = :c",
                         "ExpressionAttributeValues": {":c": {"S": "carol"}}}
                        """);

        assertThat(placed(page)).containsExactly("1", "2", "3");
        assertThat(page.path("ConsumedCapacity").path("CapacityUnits").asDouble()).isEqualTo(132.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "IndexName": "none"                                   | customer = :c | The table does not have the specified index: none
                    "IndexName": "by-cake", "ConsistentRead": true        | cake = :c     | Consistent reads are not supported on global secondary indexes
                    "IndexName": "by-cake", "Select": "ALL_ATTRIBUTES"    | cake = :c     | One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index by-cake because its projection type is not ALL
                    "IndexName": "by-cake", "ProjectionExpression": "note"| cake = :c     | One or more parameter values were invalid: Global secondary index by-cake does not project [note]
                    "Select": "ALL_PROJECTED_ATTRIBUTES"                  | customer = :c | ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName
                    "Select": "COUNT", "ProjectionExpression": "note"     | customer = :c | Cannot specify the ProjectionExpression when choosing to get only the Count
                    "ExclusiveStartKey": {"customer": {"S": "c"}}         | customer = :c | The provided starting key is invalid
                    "ExclusiveStartKey": {"customer": {"S": "d"}, "placed": {"N": "1"}} | customer = :c | The provided starting key is outside query boundaries based on provided conditions
                    "FilterExpression": "placed = :c"                     | customer = :c | Filter Expression can only contain non-primary key attributes: Primary key attribute: placed
                    "Limit": 5                                            | cake = :c     | Query condition missed key schema element: customer
                    """)
    void refuses_in_the_words_of_the_service(String more, String condition, String message) {
        var refusal =
                account.refusal(
                        "Query",
                        """
                        {"TableName": "Orders", "KeyConditionExpression": "%s",
                         "ExpressionAttributeValues": {":c": {"S": "c"}}, %s}
                        """
                                .formatted(condition, more));

        assertThat(refusal).isEqualTo("ValidationException: " + message);
    }

    @Test
    void shares_a_scan_among_segments_without_overlap() {
        var whole = items(account.call("Scan", "{\"TableName\": \"Orders\"}"));
        var shared = new ArrayList<JsonNode>();
        for (int segment = 0; segment < 7; segment++) {
            shared.addAll(
                    items(
                            account.call(
                                    "Scan",
                                    "{\"TableName\": \"Orders\", \"Segment\": %d, \"TotalSegments\": 7}"
                                            .formatted(segment))));
        }

        assertThat(whole).hasSize(15);
        assertThat(shared).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 15})
    void scans_the_same_items_at_every_limit(int limit) {
        for (var index : new String[] {"", ", \"IndexName\": \"by-cake\""}) {
            var scan = "{\"TableName\": \"Orders\"" + index;
            var all = items(account.call("Scan", scan + "}"));
            var paged = new ArrayList<JsonNode>();
            var start = "";
            while (true) {
                var page = account.call("Scan", scan + ", \"Limit\": " + limit + start + "}");
                paged.addAll(items(page));
                if (!page.has("LastEvaluatedKey")) {
                    break;
                }
                start = ", \"ExclusiveStartKey\": " + page.path("LastEvaluatedKey");
            }

            assertThat(all).hasSize(15);
            assertThat(paged).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "Segment": 1                      | The TotalSegments parameter is required but was not present in the request when Segment parameter is present
                    "TotalSegments": 4                | The Segment parameter is required but was not present in the request when parameter TotalSegments is present
                    "Segment": 4, "TotalSegments": 4  | The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 4 is not less than TotalSegments: 4
                    "ExclusiveStartKey": {"customer": {"S": "c"}} | The provided starting key is invalid: The provided key element does not match the schema
                    "Select": "SPECIFIC_ATTRIBUTES"   | Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES
                    """)
    void refuses_scans_in_the_words_of_the_service(String more, String message) {
        assertThat(account.refusal("Scan", "{\"TableName\": \"Orders\", " + more + "}"))
                .isEqualTo("ValidationException: " + message);
    }

    @Test
    void refuses_to_go_on_in_another_segment() {
        var position =
                ", \"ExclusiveStartKey\": {\"customer\": {\"S\": \"ann\"}, \"placed\": {\"N\": \"1\"}}";
        int accepted = 0;
        for (int segment = 0; segment < 4; segment++) {
            var scan =
                    "{\"TableName\": \"Orders\", \"TotalSegments\": 4, \"Segment\": %d%s}"
                            .formatted(segment, position);
            try {
                account.call("Scan", scan);
                accepted++;
            } catch (AwsException refusal) {
                assertThat(refusal.message())
                        .isEqualTo(
                                "The provided starting key is invalid: Invalid ExclusiveStartKey."
                                        + " Please use ExclusiveStartKey with correct Segment."
                                        + " TotalSegments: 4 Segment: "
                                        + segment);
            }
        }

        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void describes_how_much_tables_and_indexes_hold() {
        var table = account.call("DescribeTable", "{\"TableName\": \"Orders\"}").path("Table");

        assertThat(table.path("ItemCount").asInt()).isEqualTo(15);
        // Of ann's thirteen: customer 8 + 3, placed 6 + 2 (0: 1, below 0: 3), cake 4 + 4, price 5 +
        // 2,
        // size 4 + 5; of bob's two the same but for what the words add or lack.
        assertThat(table.path("TableSizeBytes").asInt()).isEqualTo(13 * 43 - 1 + 3 + 43 + 44);
        var index = table.path("GlobalSecondaryIndexes").get(0);
        assertThat(index.path("ItemCount").asInt()).isEqualTo(15);
        assertThat(index.path("IndexSizeBytes").asInt())
                .isEqualTo(table.path("TableSizeBytes").asInt() - 15 * 9);
    }

    @Test
    void tells_how_large_an_item_collection_is() {
        var answer =
                account.call(
                        "UpdateItem",
                        """
                        {"TableName": "Orders", "ReturnItemCollectionMetrics": "SIZE",
                         "Key": {"customer": {"S": "bob"}, "placed": {"N": "1"}}}
                        """);

        assertThat(answer.path("ItemCollectionMetrics"))
                .isEqualTo(
                        Account.json(
                                """
                                {"ItemCollectionKey": {"customer": {"S": "bob"}}, "SizeEstimateRangeGB": [0.0, 1.0]}
                                """));
    }

    private void put(String customer, int placed, String cake, int price, String size) {
        account.call(
                "PutItem",
                """
                {"TableName": "Orders", "Item": {"customer": {"S": "%s"}, "placed": {"N": "%d"},
                 "cake": {"S": "%s"}, "price": {"N": "%d"}, "size": {"S": "%s"}}}
                """
                        .formatted(customer, placed, cake, price, size));
    }

    private static List<JsonNode> items(JsonNode page) {
        return List.copyOf(page.path("Items").values());
    }

    private static List<String> placed(JsonNode page) {
        return items(page).stream().map(item -> item.path("placed").path("N").asString()).toList();
    }
}

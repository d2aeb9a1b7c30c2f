package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Global secondary indexes whose keys have up to four attributes each.
///
/// Source: [Multi-attribute
/// keys](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html)
class MultiAttributeKeysTest {

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    private static String table(String keySchema) {
        return """
        {'TableName': 'Matches',
         'KeySchema': [{'AttributeName': 'id', 'KeyType': 'HASH'}],
         'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'},
             {'AttributeName': 'cup', 'AttributeType': 'S'}, {'AttributeName': 'year', 'AttributeType': 'N'},
             {'AttributeName': 'round', 'AttributeType': 'S'}, {'AttributeName': 'bracket', 'AttributeType': 'N'}],
         'GlobalSecondaryIndexes': [{'IndexName': 'by-round', 'Projection': {'ProjectionType': 'ALL'},
             'KeySchema': [%s]}],
         'BillingMode': 'PAY_PER_REQUEST'}
        """
                .formatted(keySchema)
                .replace('\'', '"');
    }

    private static String element(String name, String type) {
        return "{'AttributeName': '%s', 'KeyType': '%s'}".formatted(name, type);
    }

    private void create() {
        account.call(
                "CreateTable",
                table(
                        String.join(
                                ", ",
                                element("cup", "HASH"),
                                element("year", "HASH"),
                                element("round", "RANGE"),
                                element("bracket", "RANGE"))));
        put("1", "Open", 2024, "final", 1);
        put("2", "Open", 2024, "semi", 1);
        put("3", "Open", 2024, "semi", 2);
        put("4", "Open", 2025, "semi", 1);
        put("5", "Cup", 2024, "semi", 1);
        account.call(
                "PutItem",
                "{\"TableName\": \"Matches\", \"Item\": {\"id\": {\"S\": \"6\"}, \"cup\": {\"S\": \"Open\"}}}");
    }

    private void put(String id, String cup, int year, String round, int bracket) {
        account.call(
                "PutItem",
                """
                {"TableName": "Matches", "Item": {"id": {"S": "%s"}, "cup": {"S": "%s"}, "year": {"N": "%d"},
                 "round": {"S": "%s"}, "bracket": {"N": "%d"}}}
                """
                        .formatted(id, cup, year, round, bracket));
    }

    private static String query(String condition, String more) {
        return """
        {"TableName": "Matches", "IndexName": "by-round", "KeyConditionExpression": "%s",
         "ExpressionAttributeNames": {"#y": "year"},
         "ExpressionAttributeValues": {":c": {"S": "Open"}, ":y": {"N": "2024"}%s}}
        """
                .formatted(condition, more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    cup = :c AND #y = :y                                  |                                          | 1 2 3
                    cup = :c AND #y = :y AND round = :r                   | , ":r": {"S": "semi"}                     | 2 3
                    cup = :c AND #y = :y AND begins_with(round, :r)       | , ":r": {"S": "f"}                        | 1
                    cup = :c AND #y = :y AND round = :r AND bracket > :b  | , ":r": {"S": "semi"}, ":b": {"N": "1"}   | 3
                    cup = :c AND #y = :y AND round <= :r                  | , ":r": {"S": "final"}                    | 1
                    """)
    void a_query_names_the_partition_and_sort_attributes_from_the_left(
            String condition, String values, String ids) {
        create();

        var found =
                account.call("Query", query(condition, values == null ? "" : values))
                        .path("Items")
                        .valueStream()
                        .map(item -> item.path("id").path("S").asString())
                        .toList();

        assertThat(found).containsExactly(ids.split(" "));
    }

    /// Source: an acceptance suite that was run against the service in October 2026; what it says
    /// of HASH attributes follows ScyllaDB's `test_gsi_composite.py`
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    cup = :c                                       | HASH key attributes year must have equality conditions specified in the query
                    cup = :c AND #y > :y                           | HASH key attributes year must have equality conditions specified in the query
                    cup = :c AND bracket = :y                      | HASH key attributes year must have equality conditions specified in the query
                    cup = :c AND #y = :y AND bracket = :y          | RANGE key attributes round must have equality conditions specified in the query because a condition is present on key attribute bracket
                    cup = :c AND #y = :y AND round > :c AND bracket = :y | RANGE key attributes round must have equality conditions specified in the query because a condition is present on key attribute bracket
                    cup = :c AND #y = :c                           | One or more parameter values were invalid: Condition parameter type does not match schema type
                    cup = :c AND #y = :y AND begins_with(bracket, :c) AND round = :c | One or more parameter values were invalid: Condition parameter type does not match schema type
                    """)
    void a_query_needs_all_partition_attributes_and_skips_no_sort_attribute(
            String condition, String message) {
        create();

        var input = query(condition, "");
        if (!condition.contains("#y")) {
            input = input.replace("\"ExpressionAttributeNames\": {\"#y\": \"year\"},", "");
        }
        if (!condition.contains(":y")) {
            input = input.replace(", \":y\": {\"N\": \"2024\"}", "");
        }

        assertThat(account.refusal("Query", input)).isEqualTo("ValidationException: " + message);
    }

    @Test
    void the_conditions_can_stand_in_any_order() {
        create();

        assertThat(
                        ids(
                                account.call(
                                        "Query",
                                        query(
                                                "bracket = :y AND round = :r AND #y = :y AND cup = :c",
                                                ", \":r\": {\"S\": \"semi\"}"))))
                .isEmpty();
        assertThat(
                        ids(
                                account.call(
                                        "Query",
                                        query(
                                                "round = :r AND #y = :y AND cup = :c",
                                                ", \":r\": {\"S\": \"semi\"}"))))
                .containsExactly("2", "3");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("Items")
                .valueStream()
                .map(item -> item.path("id").path("S").asString())
                .toList();
    }

    @Test
    void
            an_index_that_is_made_later_has_the_items_that_were_there_and_leaves_out_what_lacks_a_key() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Matches", "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "BillingMode": "PAY_PER_REQUEST"}
                """);
        put("1", "Open", 2024, "final", 1);
        put("2", "Open", 2024, "semi", 1);

        account.call(
                "UpdateTable",
                """
                {"TableName": "Matches",
                 "AttributeDefinitions": [{"AttributeName": "cup", "AttributeType": "S"},
                     {"AttributeName": "year", "AttributeType": "N"}, {"AttributeName": "round", "AttributeType": "S"}],
                 "GlobalSecondaryIndexUpdates": [{"Create": {"IndexName": "by-round",
                     "Projection": {"ProjectionType": "KEYS_ONLY"},
                     "KeySchema": [{"AttributeName": "cup", "KeyType": "HASH"}, {"AttributeName": "year", "KeyType": "HASH"},
                         {"AttributeName": "round", "KeyType": "RANGE"}]}}]}
                """);
        account.call(
                "UpdateItem",
                "{\"TableName\": \"Matches\", \"Key\": {\"id\": {\"S\": \"1\"}}, \"UpdateExpression\": \"REMOVE cup\"}");

        var page =
                account.call("Scan", "{\"TableName\": \"Matches\", \"IndexName\": \"by-round\"}");
        assertThat(page.path("Items"))
                .isEqualTo(
                        Account.json(
                                """
                                [{"id": {"S": "2"}, "cup": {"S": "Open"}, "year": {"N": "2024"}, "round": {"S": "semi"}}]
                                """));
    }

    /// Few values for each attribute, so that many items tie in all of them.
    @RepeatedTest(5)
    void pages_of_every_limit_have_the_items_of_one_page_in_its_order(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        create();
        var rounds = List.of("final", "semi", "semi\u0000");
        for (int id = 10; id < 40; id++) {
            var round = rounds.get(random.nextInt(3));
            put(
                    "" + id,
                    random.nextBoolean() ? "Open" : "Cup",
                    2024 + random.nextInt(2),
                    round.replace("\u0000", "\\u0000"),
                    random.nextInt(3) - 1);
        }
        var queries =
                List.of(
                        query("cup = :c AND #y = :y", ""),
                        query("cup = :c AND #y = :y AND round = :r", ", \":r\": {\"S\": \"semi\"}"),
                        query(
                                "cup = :c AND #y = :y AND round = :r AND bracket BETWEEN :a AND :b",
                                ", \":r\": {\"S\": \"semi\"}, \":a\": {\"N\": \"-1\"}, \":b\": {\"N\": \"0\"}"));

        for (int limit = 1; limit <= 41; limit++) {
            for (var query : queries) {
                assertThat(paged("Query", query, limit))
                        .isEqualTo(items(account.call("Query", query)));
                var backward = query.replaceFirst("\\{", "{\"ScanIndexForward\": false, ");
                assertThat(paged("Query", backward, limit))
                        .isEqualTo(items(account.call("Query", query)).reversed());
            }
            var scan = "{\"TableName\": \"Matches\", \"IndexName\": \"by-round\"}";
            assertThat(paged("Scan", scan, limit)).isEqualTo(items(account.call("Scan", scan)));
        }
    }

    private static List<JsonNode> items(JsonNode page) {
        return page.path("Items").valueStream().toList();
    }

    private List<JsonNode> paged(String operation, String input, int limit) {
        var all = new ArrayList<JsonNode>();
        var limited = input.replaceFirst("\\{", "{\"Limit\": " + limit + ", ");
        var next = limited;
        while (true) {
            var page = account.call(operation, next);
            all.addAll(items(page));
            if (!page.has("LastEvaluatedKey")) {
                return all;
            }
            var start = "{\"ExclusiveStartKey\": " + page.path("LastEvaluatedKey") + ", ";
            next = limited.replaceFirst("\\{", Matcher.quoteReplacement(start));
        }
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended() {
        create();
        var first =
                account.call(
                        "Query",
                        query("cup = :c AND #y = :y", "").replaceFirst("\\{", "{\"Limit\": 2, "));

        var second =
                account.call(
                        "Query",
                        query("cup = :c AND #y = :y", "")
                                .replaceFirst(
                                        "\\{",
                                        "{\"ExclusiveStartKey\": "
                                                + first.path("LastEvaluatedKey")
                                                + ", "));

        assertThat(first.path("LastEvaluatedKey").size()).isEqualTo(5);
        assertThat(second.path("Items").path(0).path("id").path("S").asString()).isEqualTo("3");
    }

    @Test
    void keys_have_at_most_four_attributes_of_a_kind_and_sort_attributes_last() {
        assertThat(
                        account.refusal(
                                "CreateTable",
                                table(
                                        String.join(
                                                ", ",
                                                element("cup", "HASH"),
                                                element("round", "RANGE"),
                                                element("year", "HASH")))))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: All HASH key"
                                + " attributes must precede RANGE key attributes in the KeySchema");
        assertThat(
                        account.refusal(
                                "CreateTable",
                                table(
                                        String.join(
                                                ", ",
                                                element("cup", "HASH"),
                                                element("round", "HASH"),
                                                element("year", "HASH"),
                                                element("bracket", "HASH"),
                                                element("id", "HASH")))))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: The KeySchema"
                                + " exceeds the maximum allowed number of HASH key attributes");
        assertThat(
                        account.refusal(
                                "CreateTable",
                                table(
                                        String.join(
                                                ", ",
                                                element("cup", "HASH"),
                                                element("round", "HASH"),
                                                element("cup", "RANGE")))))
                .isEqualTo(
                        "ValidationException: The KeySchema contains multiple key attributes with the"
                                + " same name");
    }
}

package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void a_query_needs_all_partition_attributes_and_skips_no_sort_attribute() {
        create();

        assertThat(
                        account.refusal(
                                "Query",
                                query("cup = :c AND bracket = :y", "")
                                        .replace(
                                                "\"ExpressionAttributeNames\": {\"#y\": \"year\"},",
                                                "")))
                .isEqualTo("ValidationException: Query condition missed key schema element: year");
        assertThat(account.refusal("Query", query("cup = :c AND #y = :y AND bracket = :y", "")))
                .isEqualTo("ValidationException: Query condition missed key schema element: round");
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

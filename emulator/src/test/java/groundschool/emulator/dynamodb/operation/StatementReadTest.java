package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers that are compared are those that dynamodb-conformance and floci measured against
/// eu-west-2 in September and October 2026.
class StatementReadTest {

    private final StatementTable table = StatementTable.create();

    @AfterEach
    void close() {
        table.account().close();
    }

    @BeforeEach
    void put_items() {
        for (var pk : List.of("o", "p")) {
            for (var sk : List.of("1", "2", "3")) {
                table.put(
                        pk,
                        sk,
                        ", \"n\": {\"N\": \"%s\"}, \"flag\": {\"S\": \"f%s\"}, \"m\": {\"M\": {\"k\": {\"L\": [{\"S\": \"c\"}]}}}"
                                .formatted(sk, sk));
            }
        }
        table.put(
                "z",
                "9",
                ", \"nul\": {\"NULL\": true}, \"yes\": {\"BOOL\": true}, \"tags\": {\"SS\": [\"a\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    pk = 'o'                                       | 1 2 3
                    'o' = pk AND '2' <= sk                         | 2 3
                    pk = 'o' AND sk BETWEEN '2' AND '3'            | 2 3
                    pk = 'o' AND sk NOT BETWEEN '2' AND '3'        | 1
                    pk = 'o' AND begins_with(sk, '3')              | 3
                    pk = 'o' AND (sk = '3' OR sk = '1')            | 1 3
                    pk = 'o' AND sk IN ['1', '3']                  | 1 3
                    pk = 'o' AND sk IN ('1', '3')                  | 1 3
                    pk = 'o' AND (sk < '2' OR sk > '2' OR sk='2')  | 1 2 3
                    pk = 'o' AND NOT sk = '1'                      | 2 3
                    pk = 'o' AND sk <> '1'                         | 2 3
                    pk = 'o' AND sk != '1'                         | 2 3
                    pk = 'o' AND sk > '0' AND sk <> '1'            | 2 3
                    pk = 'o' AND sk = '1' AND sk > '0'             | 1
                    pk = 'o' AND sk = '1' AND sk = '2'             | ``
                    pk = 'o' AND pk = 'p'                          | ``
                    pk = 'o' AND NOT sk = '1' OR pk = 'o' AND sk = '2' | 2 3
                    pk = 'o' OR pk = 'o' AND NOT sk = '1'          | 1 2 3
                    pk = 'o' AND NOT sk IN ['1', '3'] OR pk = 'o' AND sk = '2' | 2
                    pk IN ['o', 'p'] AND n > 2                     | 3 3
                    pk = 'p' AND flag = 'f2'                       | 2
                    pk = 'p' AND m.k[0] = 'c' AND m['k'][0] = 'c' AND n = 1 | 1
                    pk = 'p' AND attribute_exists(pk) AND size(flag) = 2 | 1 2 3
                    pk = 'z' AND nul IS NULL                       | 9
                    pk = 'z' AND flag IS NOT NULL                  | 9
                    pk = 'z' AND flag IS NULL                      | ``
                    pk = 'z' AND flag IS MISSING                   | 9
                    pk = 'z' AND yes IS BOOLEAN AND sk IS STRING   | 9
                    pk = 'z' AND contains(tags, 'a')               | 9
                    pk = 'z' AND attribute_type(tags, 'SS')        | 9
                    pk = 'z' AND attribute_exists(nope) = false    | 9
                    pk = 'z' AND true = attribute_exists(yes)      | 9
                    pk = 'z' AND attribute_exists(yes) <> 1        | 9
                    pk = 'z' AND (n BETWEEN 0 AND 5) = false       | 9
                    pk = 'z' AND attribute_exists(nope) IN [true, false] | 9
                    pk = 'z' AND attribute_exists(yes) = yes       | 9
                    pk = 'z' AND NOT attribute_exists(yes) = true  | ``
                    pk = 'z' AND yes = TRUE AND nul = NULL AND tags = <<'a'>> | 9
                    pk > 1                                         | ``
                    nul IS NULL                                    | 9
                    pk = 'z' OR nope = '1'                         | 9
                    """)
    void finds_what_the_where_says(String where, String keys) {
        assertThat(table.found(where)).isEqualTo(keys);
    }

    @Test
    void shows_columns_by_their_last_name() {
        assertThat(
                        table.execute("SELECT m.k[0], n, nope FROM Tab WHERE pk = 'o' AND sk = '1'")
                                .get("Items"))
                .isEqualTo(Account.json("[{\"k[0]\": {\"S\": \"c\"}, \"n\": {\"N\": \"1\"}}]"));
        assertThat(table.execute("SELECT nope FROM Tab WHERE pk = 'o' AND sk = '1'").get("Items"))
                .isEqualTo(Account.json("[{}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    pk = 'o' ORDER BY sk DESC                      | 3 2 1
                    pk = 'o' ORDER BY sk                           | 1 2 3
                    pk = 'o' ORDER BY pk ASC                       | 3 2 1
                    pk IN ['p', 'z'] ORDER BY pk DESC, sk ASC      | 9 1 2 3
                    pk IN ['z', 'p'] ORDER BY pk, sk               | 1 2 3 9
                    pk = 'o' AND sk IN ['1', '3'] ORDER BY sk DESC | 3 1
                    """)
    void orders_by_the_key(String where, String keys) {
        assertThat(table.found(where)).isEqualTo(keys);
    }

    @Test
    void goes_on_where_a_page_ended_over_all_its_reads() {
        var statement = "SELECT sk FROM Tab WHERE pk IN ['o', 'p', 'z'] ORDER BY pk DESC";
        var pages = new ArrayList<String>();
        var token = "";
        do {
            var more = token.isEmpty() ? "" : ", \"NextToken\": \"" + token + "\"";
            var answer = table.execute(statement, ", \"Limit\": 2" + more);
            pages.add(StatementTable.keys(answer));
            token = answer.path("NextToken").asString("");
            assertThat(answer.has("LastEvaluatedKey")).isEqualTo(!token.isEmpty());
        } while (!token.isEmpty());

        assertThat(pages).containsExactly("9 3", "2 1", "3 2", "1");
    }

    @Test
    void limits_what_it_looks_at_and_not_what_it_finds() {
        var answer = table.execute("SELECT * FROM Tab WHERE pk = 'o' AND n > 1", ", \"Limit\": 1");

        assertThat(answer.get("Items")).isEmpty();
        assertThat(answer.get("LastEvaluatedKey"))
                .isEqualTo(Account.json("{\"pk\": {\"S\": \"o\"}, \"sk\": {\"S\": \"1\"}}"));
    }

    @Test
    void takes_tokens_of_the_same_statement_only() {
        var token =
                table.execute("SELECT * FROM Tab WHERE pk = 'o'", ", \"Limit\": 1")
                        .get("NextToken")
                        .stringValue();

        assertThat(
                        StatementTable.keys(
                                table.execute(
                                        "select *  from Tab where (pk = 'o')",
                                        ", \"NextToken\": \"" + token + "\"")))
                .isEqualTo("2 3");
        assertThat(
                        table.refusal(
                                "SELECT * FROM Tab WHERE pk = 'p'",
                                ", \"NextToken\": \"" + token + "\""))
                .isEqualTo("ValidationException: The provided starting key is invalid");
        assertThat(
                        table.refusal(
                                "SELECT * FROM Tab WHERE pk = 'o'",
                                ", \"NextToken\": \"nonsense\""))
                .isEqualTo("ValidationException: Invalid NextToken");
    }

    @Test
    void reads_what_an_index_shows() {
        table.put(
                "i",
                "1",
                ", \"gsiPk2\": {\"S\": \"y\"}, \"projattr\": {\"S\": \"p1\"}, \"np\": {\"S\": \"1\"}, \"lsiSk\": {\"S\": \"l\"}");
        table.put("i", "2", ", \"gsiPk2\": {\"S\": \"y2\"}, \"np\": {\"S\": \"2\"}");

        assertThat(
                        table.execute("SELECT * FROM \"Tab\".\"gsi-keys\" WHERE gsiPk2 = 'y'")
                                .get("Items"))
                .isEqualTo(
                        Account.json(
                                "[{\"pk\": {\"S\": \"i\"}, \"sk\": {\"S\": \"1\"}, \"gsiPk2\": {\"S\": \"y\"}}]"));
        assertThat(
                        StatementTable.keys(
                                table.execute("SELECT sk FROM \"Tab\".\"gsi-inc\" WHERE np = '1'")))
                .isEmpty();
        assertThat(
                        table.execute("SELECT sk FROM \"Tab\".\"gsi-keys\" WHERE NOT np = '1'")
                                .get("Items"))
                .hasSize(2);
        assertThat(
                        StatementTable.keys(
                                table.execute(
                                        "SELECT sk FROM \"Tab\".\"gsi-inc\" WHERE (gsiPk2 = 'y' AND np = '1') OR (gsiPk2 = 'y2')")))
                .isEqualTo("2");
        assertThat(
                        StatementTable.keys(
                                table.execute(
                                        "SELECT sk FROM \"Tab\".\"gsi-inc\" WHERE gsiPk2='y' AND (gsiPk2='z' OR zz='1')")))
                .isEmpty();
    }

    @Test
    void fetches_from_the_table_what_a_local_index_lacks() {
        table.put("i", "1", ", \"np\": {\"S\": \"1\"}, \"lsiSk\": {\"S\": \"l\"}");

        var answer =
                table.execute(
                        "SELECT np FROM \"Tab\".\"lsi-keys\" WHERE pk = 'i'",
                        ", \"ReturnConsumedCapacity\": \"INDEXES\"");

        assertThat(answer.get("Items")).isEqualTo(Account.json("[{\"np\": {\"S\": \"1\"}}]"));
        assertThat(answer.at("/ConsumedCapacity/Table/CapacityUnits").doubleValue()).isEqualTo(0.5);
        assertThat(
                        answer.at("/ConsumedCapacity/LocalSecondaryIndexes/lsi-keys/CapacityUnits")
                                .doubleValue())
                .isEqualTo(0.5);
    }

    @Test
    void scans_where_an_alternative_names_no_partition_however_many_others_do() {
        var many =
                IntStream.range(0, 51)
                        .mapToObj(i -> "'v" + i + "'")
                        .collect(Collectors.joining(","));

        assertThat(table.found("pk IN [" + many + "] OR nul IS NULL")).isEqualTo("9");
    }

    @Test
    void reads_an_index_by_all_attributes_of_its_key() {
        table.account()
                .call(
                        "CreateTable",
                        """
                        {"TableName": "Matches", "BillingMode": "PAY_PER_REQUEST",
                         "AttributeDefinitions": [
                            {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "cup", "AttributeType": "S"},
                            {"AttributeName": "place", "AttributeType": "S"}, {"AttributeName": "round", "AttributeType": "S"},
                            {"AttributeName": "no", "AttributeType": "N"}],
                         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                         "GlobalSecondaryIndexes": [
                            {"IndexName": "by-cup", "Projection": {"ProjectionType": "ALL"},
                             "KeySchema": [
                                {"AttributeName": "cup", "KeyType": "HASH"}, {"AttributeName": "place", "KeyType": "HASH"},
                                {"AttributeName": "round", "KeyType": "RANGE"}, {"AttributeName": "no", "KeyType": "RANGE"}]}]}
                        """);
        for (int no = 0; no < 4; no++) {
            table.execute(
                    "INSERT INTO Matches VALUE {'id': 'm%d', 'cup': 'w', 'place': 'x', 'round': 'r%d', 'no': %d, 'sk': '%d'}"
                            .formatted(no, no % 2, no, no));
        }
        var select = "SELECT sk FROM \"Matches\".\"by-cup\" WHERE cup = 'w' AND ";

        assertThat(StatementTable.keys(table.execute(select + "place = 'x'"))).isEqualTo("0 2 1 3");
        assertThat(
                        StatementTable.keys(
                                table.execute(
                                        select + "place = 'x' AND round = 'r1' AND \"no\" > 1")))
                .isEqualTo("3");
        assertThat(
                        StatementTable.keys(
                                table.execute(
                                        select
                                                + "place IN ['x', 'y'] AND round = 'r1' ORDER BY cup, round DESC")))
                .isEqualTo("3 1");
        assertThat(StatementTable.keys(table.execute(select + "round = 'r0' AND \"no\" = 2")))
                .as("a scan, because it names one of two attributes of the partition key")
                .isEqualTo("2");
    }
}

package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The parameters that expressions replaced in 2014. The refusals are those that dynalite recorded
/// from the service.
class LegacyParametersTest {

    private final Account account = new Account();

    @BeforeEach
    void put_three_songs() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Songs",
                 "KeySchema": [{"AttributeName": "artist", "KeyType": "HASH"},
                               {"AttributeName": "year", "KeyType": "RANGE"}],
                 "AttributeDefinitions": [{"AttributeName": "artist", "AttributeType": "S"},
                                          {"AttributeName": "year", "AttributeType": "N"}],
                 "BillingMode": "PAY_PER_REQUEST"}
                """);
        put(
                "'artist': {'S': 'Ella'}, 'year': {'N': '1938'}, 'title': {'S': 'A-Tisket'}, 'plays': {'N': '5'}");
        put(
                "'artist': {'S': 'Ella'}, 'year': {'N': '1960'}, 'title': {'S': 'Mack'}, 'tags': {'SS': ['live', 'jazz']}");
        put("'artist': {'S': 'Nina'}, 'year': {'N': '1958'}, 'title': {'S': 'Baby'}");
    }

    @AfterEach
    void close() {
        account.close();
    }

    private JsonNode call(String operation, String input) {
        return account.call(operation, table(input));
    }

    private String refusal(String operation, String input) {
        return account.refusal(operation, table(input));
    }

    private static String table(String input) {
        return "{'TableName': 'Songs', ".concat(input).concat("}").replace('\'', '"');
    }

    private void put(String item) {
        call("PutItem", "'Item': {" + item + "}");
    }

    private int found(String operation, String input) {
        return call(operation, input).path("Count").asInt(-1);
    }

    private static final String MACK = "'Key': {'artist': {'S': 'Ella'}, 'year': {'N': '1960'}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'artist': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'S': 'Ella'}]} | 2
                    'artist': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'S': 'Ella'}]}, 'year': {'ComparisonOperator': 'GT', 'AttributeValueList': [{'N': '1938'}]} | 1
                    'artist': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'S': 'Ella'}]}, 'year': {'ComparisonOperator': 'BETWEEN', 'AttributeValueList': [{'N': '1938'}, {'N': '1960'}]} | 2
                    """)
    void queries_by_key_conditions(String conditions, int count) {
        assertThat(found("Query", "'KeyConditions': {" + conditions + "}")).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'title': {'ComparisonOperator': 'NE', 'AttributeValueList': [{'S': 'Mack'}]}       | 2
                    'plays': {'ComparisonOperator': 'NULL'}                                            | 2
                    'plays': {'ComparisonOperator': 'NOT_NULL'}                                        | 1
                    'tags': {'ComparisonOperator': 'CONTAINS', 'AttributeValueList': [{'S': 'live'}]}  | 1
                    'tags': {'ComparisonOperator': 'NOT_CONTAINS', 'AttributeValueList': [{'S': 'live'}]} | 2
                    'title': {'ComparisonOperator': 'IN', 'AttributeValueList': [{'S': 'Mack'}, {'S': 'Baby'}]} | 2
                    'title': {'ComparisonOperator': 'BEGINS_WITH', 'AttributeValueList': [{'S': 'Ma'}]} | 1
                    'plays': {'ComparisonOperator': 'GE', 'AttributeValueList': [{'N': '5'}]}, 'title': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'S': 'Mack'}]} | 0
                    """)
    void scans_by_a_filter(String filter, int count) {
        assertThat(found("Scan", "'ScanFilter': {" + filter + "}")).isEqualTo(count);
    }

    @Test
    void one_of_the_conditions_is_enough_if_the_request_says_so() {
        assertThat(
                        found(
                                "Scan",
                                "'ConditionalOperator': 'OR', 'ScanFilter': {'plays': {'ComparisonOperator': 'GE', 'AttributeValueList': [{'N': '5'}]}, 'title': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'S': 'Mack'}]}}"))
                .isEqualTo(2);
    }

    @Test
    void gets_only_the_attributes_asked_for() {
        assertThat(
                        call("GetItem", MACK + ", 'AttributesToGet': ['title', 'year', 'none']")
                                .path("Item"))
                .isEqualTo(
                        Account.json(
                                "{\"title\": {\"S\": \"Mack\"}, \"year\": {\"N\": \"1960\"}}"));
        assertThat(
                        account.call(
                                        "BatchGetItem",
                                        """
                                        {"RequestItems": {"Songs": {"AttributesToGet": ["title"],
                                            "Keys": [{"artist": {"S": "Ella"}, "year": {"N": "1960"}}]}}}
                                        """)
                                .path("Responses"))
                .isEqualTo(Account.json("{\"Songs\": [{\"title\": {\"S\": \"Mack\"}}]}"));
    }

    @Test
    void writes_only_what_is_expected() {
        var changed = "'AttributeUpdates': {'plays': {'Action': 'ADD', 'Value': {'N': '2'}}}, ";

        assertThat(
                        refusal(
                                "UpdateItem",
                                MACK
                                        + ", "
                                        + changed
                                        + "'Expected': {'title': {'Value': {'S': 'Baby'}}}"))
                .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
        assertThat(refusal("DeleteItem", MACK + ", 'Expected': {'title': {'Exists': false}}"))
                .startsWith("ConditionalCheckFailedException");
        call(
                "UpdateItem",
                MACK
                        + ", "
                        + changed
                        + "'Expected': {'title': {'Value': {'S': 'Mack'}}, 'plays': {'Exists': false}}");
        call(
                "UpdateItem",
                MACK
                        + ", "
                        + changed
                        + "'Expected': {'plays': {'ComparisonOperator': 'LT', 'AttributeValueList': [{'N': '3'}]}}");
        assertThat(call("GetItem", MACK).path("Item").path("plays").path("N").asString())
                .isEqualTo("4");
    }

    @Test
    void updates_attributes_one_by_one() {
        var answer =
                call(
                        "UpdateItem",
                        MACK
                                + ", 'ReturnValues': 'ALL_NEW', 'AttributeUpdates': {'title': {'Action': 'DELETE'},"
                                + " 'tags': {'Action': 'DELETE', 'Value': {'SS': ['live']}},"
                                + " 'list': {'Action': 'ADD', 'Value': {'L': [{'N': '1'}]}}, 'place': {'Value': {'S': 'Berlin'}}}");

        assertThat(answer.path("Attributes"))
                .isEqualTo(
                        Account.json(
                                """
                                {"artist": {"S": "Ella"}, "year": {"N": "1960"}, "tags": {"SS": ["jazz"]},
                                 "list": {"L": [{"N": "1"}]}, "place": {"S": "Berlin"}}
                                """));
        call(
                "UpdateItem",
                MACK
                        + ", 'AttributeUpdates': {'list': {'Action': 'ADD', 'Value': {'L': [{'N': '2'}]}}}");
        assertThat(call("GetItem", MACK).path("Item").path("list").path("L").size()).isEqualTo(2);
        assertThat(
                        refusal(
                                "UpdateItem",
                                MACK
                                        + ", 'AttributeUpdates': {'place': {'Action': 'ADD', 'Value': {'N': '2'}}}"))
                .isEqualTo("ValidationException: Type mismatch for attribute to update");
        assertThat(
                        refusal(
                                "UpdateItem",
                                MACK + ", 'AttributeUpdates': {'year': {'Value': {'N': '2'}}}"))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Cannot update"
                                + " attribute year. This attribute is part of the key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Scan  | 'ScanFilter': {'a': {'ComparisonOperator': 'EQ'}} | One or more parameter values were invalid: Invalid number of argument(s) for the EQ ComparisonOperator
                    Scan  | 'ScanFilter': {'a': {'ComparisonOperator': 'LT', 'AttributeValueList': [{'BOOL': true}]}} | One or more parameter values were invalid: ComparisonOperator LT is not valid for BOOL AttributeValue type
                    Scan  | 'ScanFilter': {'a': {'ComparisonOperator': 'IN', 'AttributeValueList': [{'S': 'a'}, {'N': '1'}]}} | One or more parameter values were invalid: AttributeValues inside AttributeValueList must be of same type
                    Scan  | 'ScanFilter': {'a': {'ComparisonOperator': 'BETWEEN', 'AttributeValueList': [{'S': 'b'}, {'S': 'a'}]}} | The BETWEEN condition was provided a range where the lower bound is greater than the upper bound
                    Scan  | 'AttributesToGet': ['a', 'a']    | One or more parameter values were invalid: Duplicate value in attribute name: a
                    Scan  | 'AttributesToGet': ['a'], 'Select': 'COUNT' | Cannot specify the AttributesToGet when choosing to get only the Count
                    Scan  | 'AttributesToGet': ['a'], 'FilterExpression': 'a = :a' | Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {FilterExpression}
                    Query | 'KeyConditions': {}              | Conditions can be of length 1 or 2 only
                    Query | 'KeyConditions': {'artist': {'ComparisonOperator': 'NE', 'AttributeValueList': [{'S': 'a'}]}} | Attempted conditional constraint is not an indexable operation
                    Query | 'KeyConditions': {'year': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'N': '1'}]}} | Query condition missed key schema element: artist
                    Query | 'KeyConditions': {'artist': {'ComparisonOperator': 'EQ', 'AttributeValueList': [{'S': 'a'}]}}, 'QueryFilter': {'year': {'ComparisonOperator': 'NULL'}} | QueryFilter can only contain non-primary key attributes: Primary key attribute: year
                    PutItem | 'Item': {}, 'Expected': {'a': {}} | One or more parameter values were invalid: Value must be provided when Exists is null for Attribute: a
                    PutItem | 'Item': {}, 'Expected': {'a': {'Exists': false, 'Value': {'S': 'a'}}} | One or more parameter values were invalid: Value cannot be used when Exists is false for Attribute: a
                    PutItem | 'Item': {}, 'Expected': {'a': {'Exists': true, 'ComparisonOperator': 'NULL'}} | One or more parameter values were invalid: Exists and ComparisonOperator cannot be used together for Attribute: a
                    PutItem | 'Item': {}, 'Expected': {'a': {'AttributeValueList': [{'S': 'a'}]}} | One or more parameter values were invalid: AttributeValueList can only be used with a ComparisonOperator for Attribute: a
                    PutItem | 'Item': {}, 'ConditionalOperator': 'OR' | ConditionalOperator cannot be used without Filter or Expected
                    UpdateItem | 'Key': {}, 'AttributeUpdates': {'a': {'Action': 'PUT'}} | One or more parameter values were invalid: Only DELETE action is allowed when no attribute value is specified
                    UpdateItem | 'Key': {}, 'AttributeUpdates': {'a': {'Action': 'DELETE', 'Value': {'S': 'a'}}} | One or more parameter values were invalid: DELETE action with value is not supported for the type S
                    UpdateItem | 'Key': {}, 'AttributeUpdates': {'a': {'Action': 'ADD', 'Value': {'S': 'a'}}} | One or more parameter values were invalid: ADD action is not supported for the type S
                    """)
    void says_what_does_not_go_together(String operation, String input, String message) {
        assertThat(refusal(operation, input)).isEqualTo("ValidationException: " + message);
    }
}

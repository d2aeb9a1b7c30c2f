package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The wordings are DynamoDB's own: they are those that dynalite's tests compare themselves with,
/// and those that others have published of the real service.
class ApiModelTest {

    private static final ApiModel DYNAMODB = ApiModel.of("dynamodb", Set.of("AttributeValue"));

    private static AwsException refusal(String operation, String input) {
        return catchThrowableOfType(
                AwsException.class,
                () -> DYNAMODB.check(operation, Json.mapper().readTree(input.replace('\'', '"'))));
    }

    private static String complaint(String operation, String input) {
        return refusal(operation, input).message();
    }

    @Nested
    class Types {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                textBlock =
                        """
                        true  | TRUE_VALUE cannot be converted to String
                        false | FALSE_VALUE cannot be converted to String
                        23    | NUMBER_VALUE cannot be converted to String
                        34.56 | DECIMAL_VALUE cannot be converted to String
                        []    | Unrecognized collection type class java.lang.String
                        {}    | Start of structure or map found where not expected
                        """)
        void a_text_is_a_string(String value, String message) {
            assertThat(complaint("PutItem", "{'TableName': %s}".formatted(value)))
                    .isEqualTo(message);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                textBlock =
                        """
                        '23'  | STRING_VALUE cannot be converted to Integer
                        true  | TRUE_VALUE cannot be converted to Integer
                        []    | Unrecognized collection type class java.lang.Integer
                        {}    | Start of structure or map found where not expected
                        """)
        void an_integer_is_a_number(String value, String message) {
            assertThat(complaint("ListTables", "{'Limit': %s}".formatted(value)))
                    .isEqualTo(message);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                textBlock =
                        """
                        '23'  | Unexpected token received from parser
                        23    | NUMBER_VALUE cannot be converted to Boolean
                        34.56 | DECIMAL_VALUE cannot be converted to Boolean
                        []    | Unrecognized collection type class java.lang.Boolean
                        {}    | Start of structure or map found where not expected
                        """)
        void a_flag_is_true_or_false(String value, String message) {
            assertThat(complaint("GetItem", "{'ConsistentRead': %s}".formatted(value)))
                    .isEqualTo(message);
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                textBlock =
                        """
                        KeySchema             | '23' | Unexpected field type
                        KeySchema             | {}   | Start of structure or map found where not expected
                        ProvisionedThroughput | 23   | Unexpected field type
                        ProvisionedThroughput | []   | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.ProvisionedThroughput
                        """)
        void a_member_is_a_list_or_a_structure(String member, String value, String message) {
            assertThat(complaint("CreateTable", "{'%s': %s}".formatted(member, value)))
                    .isEqualTo(message);
        }

        @Test
        void an_element_is_a_structure() {
            assertThat(complaint("CreateTable", "{'KeySchema': ['23']}"))
                    .isEqualTo("Unexpected value type in payload");
            assertThat(complaint("CreateTable", "{'KeySchema': [[]]}"))
                    .isEqualTo(
                            "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.KeySchemaElement");
        }

        @Test
        void a_map_is_an_object() {
            assertThat(complaint("PutItem", "{'Item': 23}")).isEqualTo("Unexpected field type");
            assertThat(complaint("PutItem", "{'Item': []}"))
                    .isEqualTo(
                            "Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>");
            assertThat(complaint("PutItem", "{'ExpressionAttributeNames': []}"))
                    .isEqualTo(
                            "Unrecognized collection type java.util.Map<java.lang.String, java.lang.String>");
            assertThat(complaint("BatchWriteItem", "{'RequestItems': []}"))
                    .isEqualTo(
                            "Unrecognized collection type java.util.Map<java.lang.String, java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>>");
        }

        @Test
        void a_list_in_a_map_shows_the_service_s_own_trouble_with_generic_types() {
            assertThat(complaint("BatchWriteItem", "{'RequestItems': {'abc': 23}}"))
                    .startsWith(
                            "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "23 | Unexpected value type in payload",
                    "[] | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue",
                    "{'S':1} | NUMBER_VALUE cannot be converted to String",
                    "{'S':3.5} | DECIMAL_VALUE cannot be converted to String",
                    "{'S':true} | TRUE_VALUE cannot be converted to String",
                    "{'N':false} | FALSE_VALUE cannot be converted to String",
                    "{'S':[]} | Unrecognized collection type class java.lang.String",
                    "{'S':{}} | Start of structure or map found where not expected",
                    "{'BOOL':'yes'} | Unexpected token received from parser",
                    "{'BOOL':1} | NUMBER_VALUE cannot be converted to Boolean",
                    "{'B':1} | only base-64-encoded strings are convertible to bytes",
                    "{'B':[]} | Unrecognized collection type class java.nio.ByteBuffer",
                    "{'B':'23456'} | Base64 encoded length is expected a multiple of 4 bytes but found: 5",
                    "{'B':'=+/='} | Invalid last non-pad Base64 character dectected",
                    "{'SS':'a'} | Unexpected field type",
                    "{'SS':{}} | Start of structure or map found where not expected",
                    "{'SS':[1]} | NUMBER_VALUE cannot be converted to String",
                    "{'L':['a']} | Unexpected value type in payload",
                    "{'M':1} | Unexpected field type",
                    "{'M':[]} | Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>",
                    "{'SS':[],'S':1} | NUMBER_VALUE cannot be converted to String",
                })
        void a_value_has_one_of_its_types(String json, String message) {
            assertThat(complaint("PutItem", "{'Item': {'a': %s}}".formatted(json)))
                    .isEqualTo(message);
        }

        @Test
        void are_looked_at_in_the_order_in_which_they_are_given() {
            assertThat(complaint("PutItem", "{'ReturnValues': 5, 'TableName': true}"))
                    .isEqualTo("NUMBER_VALUE cannot be converted to String");
            assertThat(complaint("PutItem", "{'TableName': true, 'ReturnValues': 5}"))
                    .isEqualTo("TRUE_VALUE cannot be converted to String");
        }

        @Test
        void are_told_before_constraints_and_as_a_serialization_error() {
            var refusal = refusal("PutItem", "{'TableName': 'x', 'ReturnValues': 5}");

            assertThat(refusal.code()).isEqualTo("SerializationException");
            assertThat(refusal.message()).isEqualTo("NUMBER_VALUE cannot be converted to String");
        }

        @Test
        void leave_out_what_is_null_or_unknown() {
            assertThatCode(() ->
                            DYNAMODB.check(
                                    "ListTables",
                                    Json.mapper().readTree("{\"Limit\": null, \"hi\": [\"yo\"]}")))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class Constraints {

        @Test
        void name_each_missing_member() {
            assertThat(complaint("PutItem", "{}"))
                    .isEqualTo(
                            "2 validation errors detected: Value null at 'item' failed to satisfy constraint: Member must not be null; Value null at 'tableName' failed to satisfy constraint: Member must not be null");
        }

        /// The order of the three enumerations, and that the table's name comes after them:
        /// recorded in us-east-1 in June 2026 (dynamodb-conformance). UpdateItem has more members,
        /// hence another order.
        @Test
        void come_in_the_order_of_the_service() {
            assertThat(
                            complaint(
                                    "UpdateItem",
                                    "{'TableName': 'abc', 'Key': {}, 'ReturnConsumedCapacity': 'hi', 'ReturnValues': 'hi'}"))
                    .matches(".* at 'returnConsumedCapacity' .* at 'returnValues' .*");
            assertThat(
                            complaint(
                                    "PutItem",
                                    "{'TableName': 'abc;', 'ReturnConsumedCapacity': 'hi', 'ReturnItemCollectionMetrics': 'hi', 'ReturnValues': 'hi'}"))
                    .isEqualTo(
                            "5 validation errors detected: Value 'hi' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]; "
                                    + "Value null at 'item' failed to satisfy constraint: Member must not be null; "
                                    + "Value 'hi' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; "
                                    + "Value 'hi' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must satisfy enum value set: [SIZE, NONE]; "
                                    + "Value 'abc;' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
        }

        @Test
        void bound_lengths_and_patterns() {
            assertThat(complaint("ListTables", "{'ExclusiveStartTableName': 'a;', 'Limit': 500}"))
                    .isEqualTo(
                            "3 validation errors detected: Value 'a;' at 'exclusiveStartTableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; "
                                    + "Value 'a;' at 'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater than or equal to 3; "
                                    + "Value '500' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100");
        }

        @Test
        void hold_a_table_s_name_to_the_rules_of_names_unless_it_is_an_arn() {
            assertThat(complaint("DescribeTable", "{'TableName': 'ab'}"))
                    .isEqualTo(
                            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3");
            assertThat(complaint("DescribeTable", "{'TableName': ''}"))
                    .isEqualTo(
                            "1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1");
            assertThatCode(() ->
                            DYNAMODB.check(
                                    "DescribeTable",
                                    Json.mapper()
                                            .readTree(
                                                    "{\"TableName\": \"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\"}")))
                    .doesNotThrowAnyException();
        }

        @Test
        void reach_into_structures_in_lists() {
            assertThat(
                            complaint(
                                    "CreateTable",
                                    "{'TableName': 'abc', 'AttributeDefinitions': [], 'KeySchema': [{'KeyType': 'HASH'}, {'AttributeName': 'a'}, {'KeyType': 'Woop', 'AttributeName': 'a'}]}"))
                    .isEqualTo(
                            "3 validation errors detected: Value null at 'keySchema.1.member.attributeName' failed to satisfy constraint: Member must not be null; "
                                    + "Value null at 'keySchema.2.member.keyType' failed to satisfy constraint: Member must not be null; "
                                    + "Value 'Woop' at 'keySchema.3.member.keyType' failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE]");
        }

        @Test
        void reach_into_structures_in_lists_in_maps() {
            assertThat(
                            complaint(
                                    "BatchWriteItem",
                                    "{'RequestItems': {'abc': [{'PutRequest': {}, 'DeleteRequest': {}}]}}"))
                    .isEqualTo(
                            "2 validation errors detected: Value null at 'requestItems.abc.member.1.member.putRequest.item' failed to satisfy constraint: Member must not be null; "
                                    + "Value null at 'requestItems.abc.member.1.member.deleteRequest.key' failed to satisfy constraint: Member must not be null");
        }

        @Test
        void of_keys_and_values_are_told_of_the_whole_map() {
            assertThat(complaint("BatchWriteItem", "{'RequestItems': {'a': []}}"))
                    .isEqualTo(
                            "2 validation errors detected: Value '{a=[]}' at 'requestItems' failed to satisfy constraint: Map keys must satisfy constraint: "
                                    + "[Member must have length less than or equal to 255, Member must have length greater than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]; "
                                    + "Value '{a=[]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: "
                                    + "[Member must have length less than or equal to 25, Member must have length greater than or equal to 1]");
        }

        @Test
        void print_structures_as_java_does() {
            assertThat(
                            complaint(
                                    "CreateTable",
                                    "{'TableName': 'abc', 'AttributeDefinitions': [], 'KeySchema': [{'AttributeName': 'a', 'KeyType': 'HASH'}], 'LocalSecondaryIndexes': [{'IndexName': 'abc', 'KeySchema': [], 'Projection': {}}]}"))
                    .contains(
                            "Value '[]' at 'localSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must have length greater than or equal to 1");
        }

        @Test
        void list_at_most_ten() {
            assertThat(
                            complaint(
                                    "CreateTable",
                                    "{'TableName': 'abc', 'AttributeDefinitions': [], 'KeySchema': [{}, {}, {}, {}, {}, {}, {}]}"))
                    .startsWith("10 validation errors detected: ");
        }

        @Test
        void write_names_with_a_small_first_letter_only() {
            assertThat(
                            complaint(
                                    "UpdateTable",
                                    "{'TableName': 'abc', 'SSESpecification': {'KMSMasterKeyId': 'x', 'SSEType': 'y'}}"))
                    .contains("'sSESpecification.sSEType'");
        }
    }

    @Nested
    class Operations {

        @Test
        void have_inputs_outputs_and_errors() {
            var getItem = DYNAMODB.operation("GetItem").orElseThrow();

            assertThat(getItem.input().member("Key").map(Shape.Member::required)).contains(true);
            assertThat(getItem.output().member("Item")).isPresent();
            assertThat(getItem.errors()).contains("ResourceNotFoundException");
            assertThat(getItem.signed()).isTrue();
        }

        @Test
        void are_all_that_aws_has() {
            assertThat(DYNAMODB.operations()).hasSize(58);
        }
    }
}

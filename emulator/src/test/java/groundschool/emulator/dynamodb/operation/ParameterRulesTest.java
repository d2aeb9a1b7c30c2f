package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In which order mistakes are told that need no table. Where it says so in no other way, the
/// source is dynalite's tests, which were run against the service.
class ParameterRulesTest {

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    PutItem    | {'Item': {'a': {}}, 'Expected': {}, 'ConditionExpression': ''} | Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}
                    UpdateItem | {'Key': {'a': {}}, 'AttributeUpdates': {}, 'UpdateExpression': ''} | Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributeUpdates} Expression parameters: {UpdateExpression}
                    Scan       | {'AttributesToGet': ['a'], 'FilterExpression': '', 'ProjectionExpression': ''} | Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression, FilterExpression}
                    PutItem    | {'Item': {'a': {}}, 'ExpressionAttributeNames': {}} | ExpressionAttributeNames can only be specified when using expressions
                    PutItem    | {'Item': {'a': {}}, 'ExpressionAttributeValues': {':a': {}}} | ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null
                    UpdateItem | {'Key': {'a': {}}, 'ExpressionAttributeValues': {}} | ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null
                    Query      | {'ExpressionAttributeValues': {}, 'ProjectionExpression': 'a'} | ExpressionAttributeValues can only be specified when using expressions: FilterExpression and KeyConditionExpression are null
                    """)
    void which_parameters_come_together_is_told_before_all_values(
            String operation, String input, String message) {
        assertThat(refusal(operation, input)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    PutItem    | {'Item': {'a': {}}, 'ReturnValues': 'ALL_NEW'} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    PutItem    | {'Item': {}, 'ReturnValues': 'ALL_NEW', 'ConditionExpression': ''} | ReturnValues can only be ALL_OLD or NONE
                    DeleteItem | {'Key': {}, 'ReturnValues': 'ALL_NEW', 'ConditionExpression': ''} | ReturnValues can only be ALL_OLD or NONE
                    Scan       | {'Segment': 1, 'FilterExpression': ''} | The TotalSegments parameter is required but was not present in the request when Segment parameter is present
                    Query      | {'FilterExpression': ''} | Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.
                    Query      | {'ExclusiveStartKey': {'a': {}}} | The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    Scan       | {'ExclusiveStartKey': {'a': {'N': 'b'}}} | The parameter cannot be converted to a numeric value: b
                    """)
    void other_parameters_are_looked_at_between_values_and_expressions(
            String operation, String input, String message) {
        assertThat(refusal(operation, input)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    PutItem    | {'Item': {}, 'ConditionExpression': '', 'ExpressionAttributeNames': {'a': 'b'}, 'ExpressionAttributeValues': {':a': {}}} | ExpressionAttributeNames contains invalid key: Syntax error; key: "a"
                    PutItem    | {'Item': {}, 'ConditionExpression': '', 'ExpressionAttributeValues': {':a': {}}} | ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :a
                    Query      | {'KeyConditionExpression': '', 'FilterExpression': '', 'ProjectionExpression': ''} | Invalid KeyConditionExpression: The expression can not be empty;
                    Query      | {'KeyConditionExpression': 'a = :a', 'FilterExpression': '', 'ProjectionExpression': ''} | Invalid KeyConditionExpression: An expression attribute value used in expression is not defined; attribute value: :a
                    Query      | {'KeyConditionExpression': 'a = :a or a = :a', 'FilterExpression': '', 'ExpressionAttributeValues': {':a': {'S': 'a'}}} | Invalid FilterExpression: The expression can not be empty;
                    Query      | {'KeyConditionExpression': 'a = :a or a = :a', 'ExpressionAttributeValues': {':a': {'S': 'a'}, ':b': {'S': 'a'}}} | Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}
                    Query      | {'KeyConditionExpression': 'a = :a or a = :a', 'ExpressionAttributeValues': {':a': {'S': 'a'}}} | Invalid operator used in KeyConditionExpression: OR
                    UpdateItem | {'Key': {}, 'UpdateExpression': '', 'ConditionExpression': ''} | Invalid UpdateExpression: The expression can not be empty;
                    """)
    void names_come_before_values_and_each_expression_in_its_turn(
            String operation, String input, String message) {
        assertThat(refusal(operation, input)).isEqualTo(message);
    }

    private String refusal(String operation, String input) {
        var json = input.replace('\'', '"').replaceFirst("\\{", "{\"TableName\": \"abc\", ");
        return account.refusal(operation, json).replaceFirst("ValidationException: ", "");
    }
}

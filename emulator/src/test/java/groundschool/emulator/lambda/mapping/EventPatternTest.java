package groundschool.emulator.lambda.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Which records a filter lets through to a function.
class EventPatternTest {

    private static final String RECORD =
            """
            {"eventName": "INSERT", "dynamodb": {"SizeBytes": 39, "NewImage": {
              "id": {"S": "us-1-test"}, "count": {"N": "42"}, "open": {"BOOL": true}, "tags": {"SS": ["new", "vip"]}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"eventName": ["MODIFY", "INSERT"]}                                              | true
                    {"eventName": ["MODIFY"]}                                                        | false
                    {"eventName": ["INSERT"], "dynamodb": {"SizeBytes": [39.0]}}                     | true
                    {"dynamodb": {"NewImage": {"open": {"BOOL": [true]}}}}                           | true
                    {"dynamodb": {"NewImage": {"id": {"S": [{"prefix": "us-1"}]}}}}                  | true
                    {"dynamodb": {"NewImage": {"id": {"S": [{"suffix": "-test"}]}}}}                 | true
                    {"dynamodb": {"NewImage": {"id": {"S": [{"equals-ignore-case": "US-1-TEST"}]}}}} | true
                    {"dynamodb": {"NewImage": {"id": {"S": [{"anything-but": ["eu", "us"]}]}}}}      | true
                    {"dynamodb": {"NewImage": {"id": {"S": [{"anything-but": "us-1-test"}]}}}}       | false
                    {"dynamodb": {"NewImage": {"id": {"S": [{"exists": true}]}}}}                    | true
                    {"dynamodb": {"NewImage": {"name": [{"exists": false}]}}}                        | true
                    {"dynamodb": {"NewImage": {"name": {"S": [{"anything-but": "x"}]}}}}             | false
                    {"dynamodb": {"NewImage": {"tags": {"SS": ["vip"]}}}}                            | true
                    {"dynamodb": {"SizeBytes": [{"numeric": [">", 10, "<=", 39]}]}}                  | true
                    {"dynamodb": {"SizeBytes": [{"numeric": [">", 39]}]}}                            | false
                    {"$or": [{"eventName": ["REMOVE"]}, {"dynamodb": {"SizeBytes": [39]}}]}          | true
                    """)
    void fits_what_its_rules_fit(String pattern, boolean fits) {
        assertThat(EventPattern.of(pattern).matches(JsonMapper.shared().readTree(RECORD)))
                .isEqualTo(fits);
    }

    @Test
    void numbers_of_items_are_texts_which_are_in_no_range() {
        var record = JsonMapper.shared().readTree(RECORD);

        assertThat(
                        EventPattern.of(
                                        "{\"dynamodb\": {\"NewImage\": {\"count\": {\"N\": [{\"numeric\": [\">\", 1]}]}}}}")
                                .matches(record))
                .isFalse();
        assertThat(
                        EventPattern.of(
                                        "{\"dynamodb\": {\"NewImage\": {\"count\": {\"N\": [{\"numeric\": [\">\", 1]}, {\"anything-but\": \"101\"}]}}}}")
                                .matches(record))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "single-string",
                "[{\"eventName\": [\"INSERT\"=123}]",
                "[]",
                "{\"eventName\": \"INSERT\"}",
                "{\"eventName\": []}",
                "{\"eventName\": [{\"starts-with\": \"I\"}]}",
                "{\"eventName\": [{\"prefix\": 1}]}",
                "{\"eventName\": [{\"exists\": \"true\"}]}",
                "{\"eventName\": [{\"numeric\": [\">\"]}]}",
                "{\"eventName\": [{\"numeric\": [\"!=\", 1]}]}"
            })
    void what_is_no_pattern_is_refused(String text) {
        assertThatThrownBy(() -> EventPattern.of(text))
                .hasMessage("Invalid filter pattern definition.");
    }
}

package groundschool.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.AwsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AttributeValueJsonTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new AttributeValueModule()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'S':'Emma'}",
                "{'S':''}",
                "{'N':'18.15'}",
                "{'B':'AQID'}",
                "{'B':''}",
                "{'BOOL':true}",
                "{'NULL':true}",
                "{'M':{}}",
                "{'M':{'b':{'L':[{'N':'1'}]},'a':{'S':'x'}}}",
                "{'L':[]}",
                "{'L':[{'S':''},{'NULL':true}]}",
                "{'SS':['b','a','']}",
                "{'NS':['2','1']}",
                "{'BS':['AQ==','Ag==']}",
            })
    void round_trips(String json) {
        var value = read(json);

        assertThat(JSON.writeValueAsString(value)).isEqualTo(json.replace('\'', '"'));
    }

    @Test
    void items_round_trip_through_the_mapper() {
        var json = "{\"pk\":{\"S\":\"1\"},\"price\":{\"N\":\"9.99\"}}";

        var item = JSON.readValue(json, Item.class);

        assertThat(item.get("price")).contains(AttributeValue.number("9.99"));
        assertThat(JSON.writeValueAsString(item)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
                "{'a':''} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
                "{'S':null} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
                "{'M':{'a':{}}} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
                "{'L':[{'a':{}}]} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
                "{'S':'a','N':'1'} | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
                "{'S':'a','N':'b'} | The parameter cannot be converted to a numeric value: b",
                "{'NULL':false} | One or more parameter values were invalid: Null attribute value types must have the value of true",
                "{'SS':[]} | \"One or more parameter values were invalid: An string set  may not be empty\"",
                "{'NS':[]} | \"One or more parameter values were invalid: An number set  may not be empty\"",
                "{'BS':[]} | One or more parameter values were invalid: Binary sets should not be empty",
                "{'SS':['a','a']} | One or more parameter values were invalid: Input collection [a, a] contains duplicates.",
                "{'NS':['1','1.0']} | Input collection contains duplicates",
                "{'NS':['1','']} | The parameter cannot be converted to a numeric value",
                "{'BS':['Yg==','Yg==']} | One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS contains duplicates.",
            })
    void refuses_what_is_no_value(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        AwsException.class,
                        problem -> assertThat(problem.code()).isEqualTo("ValidationException"))
                .hasMessage(message);
    }

    @Test
    void nests_32_levels_of_which_the_attribute_is_the_first() {
        assertThat(read(nested(31)).type()).isEqualTo(AttributeType.M);

        assertThatThrownBy(() -> read(nested(32)))
                .hasMessage(
                        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
    }

    @Test
    void tells_the_key_of_an_expression_value_that_is_wrong() {
        var values = JSON.readTree("{\":a\":{\"S\":\"a\"},\":b\":{\"N\":\"x\"}}");

        assertThatThrownBy(() -> AttributeValueJson.readExpressionValues(values))
                .hasMessage(
                        "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :b");
    }

    /// Source: dynamodb-conformance, captured in August 2026
    @Test
    void tells_no_key_of_an_expression_value_that_is_nested_too_deeply() {
        var values = JSON.readTree("{':a':%s}".formatted(nested(32)).replace('\'', '"'));

        assertThatThrownBy(() -> AttributeValueJson.readExpressionValues(values))
                .hasMessageStartingWith("Nesting Levels have exceeded supported limits");
    }

    private static String nested(int maps) {
        return "{'M':{'n':".repeat(maps) + "{'S':'leaf'}" + "}}".repeat(maps);
    }

    private static AttributeValue read(String json) {
        return AttributeValueJson.read(JSON.readTree(json.replace('\'', '"')));
    }
}

package groundschool.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JmesPathTest {

    private static final JsonNode ORDERS =
            JsonMapper.builder()
                    .build()
                    .readTree(
                            """
                            {"Count": 2, "Items": [
                              {"orderId": {"S": "o-1"}, "quantity": 12, "paid": true},
                              {"orderId": {"S": "o-2"}, "quantity": 3, "note": null}]}
                            """);

    @Test
    void picks_members_and_elements() {
        assertThat(search("Items[1].orderId.S")).isEqualTo("\"o-2\"");
        assertThat(search("Items[-1].quantity")).isEqualTo("3");
        assertThat(search("Items[*].orderId.S")).isEqualTo("[\"o-1\",\"o-2\"]");
    }

    @Test
    void gives_null_for_what_is_not_there() {
        assertThat(search("Items[7].orderId.S")).isEqualTo("null");
        assertThat(search("Items[0].note.text")).isEqualTo("null");
        assertThat(search("Count.S")).isEqualTo("null");
    }

    @Test
    void filters_compares_and_makes_new_shapes() {
        assertThat(search("Items[?quantity > `5`].orderId.S")).isEqualTo("[\"o-1\"]");
        assertThat(search("Items[?paid].{id: orderId.S}")).isEqualTo("[{\"id\":\"o-1\"}]");
        assertThat(search("Items[?orderId.S == 'o-2'].quantity | [0]")).isEqualTo("3");
    }

    @Test
    void calls_functions_and_keeps_whole_numbers_whole() {
        assertThat(search("length(Items)")).isEqualTo("2");
        assertThat(search("sum(Items[].quantity)")).isEqualTo("15");
        assertThat(search("sort(keys(@))")).isEqualTo("[\"Count\",\"Items\"]");
        assertThat(search("sort_by(Items, &quantity)[0].orderId.S")).isEqualTo("\"o-2\"");
    }

    @Test
    void refuses_what_is_no_expression_and_what_a_function_cannot_take() {
        assertThatThrownBy(() -> JmesPath.of("Items["))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> search("length(Count)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length");
    }

    private static String search(String expression) {
        return JmesPath.of(expression).search(ORDERS).toString();
    }
}

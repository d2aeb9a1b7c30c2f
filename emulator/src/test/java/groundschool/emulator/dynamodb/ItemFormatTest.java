package groundschool.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ItemFormatTest {

    private final ItemFormat format = new ItemFormat();

    @Test
    void reads_what_it_wrote() {
        var item =
                item(
                        """
                        {"pk": {"S": "Emma €😀"}, "n": {"N": "-12.5"}, "zero": {"N": "0"},
                         "b": {"B": "AQID"}, "t": {"BOOL": true}, "f": {"BOOL": false},
                         "nothing": {"NULL": true}, "m": {"M": {"x": {"L": [{"N": "1"}, {"M": {}}]}}},
                         "ss": {"SS": ["b", "a"]}, "ns": {"NS": ["2", "-1E-100"]}, "bs": {"BS": ["AQ==", ""]}}
                        """);

        assertThat(format.read(format.write(item))).isEqualTo(item);
    }

    @Test
    void reads_long_values() {
        var item = Item.of("text", AttributeValue.string("x".repeat(300_000)));

        assertThat(format.read(format.write(item))).isEqualTo(item);
    }

    @Test
    void is_hardly_longer_than_the_item() {
        var item = item("{\"pk\": {\"S\": \"12345678\"}, \"count\": {\"N\": \"42\"}}");

        assertThat(format.write(item)).hasSize(item.sizeBytes() + 3 + 2 * 3);
    }

    @Test
    void reads_what_had_no_size_yet() {
        byte[] first = {1, 1, 2, 'p', 'k', 0, 3, 'A', 'd', 'a'};

        var item = format.read(first);

        assertThat(item).isEqualTo(item("{\"pk\": {\"S\": \"Ada\"}}"));
        assertThat(item.sizeBytes()).isEqualTo(5);
        assertThat(format.write(item)).isEqualTo(first);
    }

    @Test
    void knows_the_size_without_reading_values() {
        var item = item("{\"pk\": {\"S\": \"€\"}, \"set\": {\"NS\": [\"-1\", \"2.5\"]}}");

        assertThat(format.read(format.write(item)).sizeBytes()).isEqualTo(item.sizeBytes());
    }

    @Test
    void refuses_bytes_of_another_format() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.read(new byte[] {3, 0}))
                .withMessage("no format of items: 3");
        assertThatIllegalArgumentException().isThrownBy(() -> format.read(new byte[0]));
    }

    private static Item item(String json) {
        return AttributeValueJson.readItem(JsonMapper.builder().build().readTree(json));
    }
}

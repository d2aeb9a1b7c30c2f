package groundschool.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ItemTextTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new AttributeValueModule()).build();

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "plain",
                    "\"quoted\" and \\ slashed /",
                    "\b\t\n\f\r\u0000\u001f\u007f",
                    "süß, 日本, 🛩",
                    "Fog until nine; two of the crew change in Porto. ".repeat(9),
                    "long, with a \"quote\" in it, and a line\nbreak. ".repeat(9),
                    "länger als zweiunddreißig Zeichen, 日本 und 🛩 dabei");

    private final Random random = new Random(4);

    /// A generator that writes text, not bytes, writes every value by itself.
    @Test
    void is_what_jackson_writes_of_the_same_values() {
        for (int round = 0; round < 2_000; round++) {
            var item = item(3);

            assertThat(new String(JSON.writeValueAsBytes(item), StandardCharsets.UTF_8))
                    .isEqualTo(JSON.writeValueAsString(item));
        }
    }

    @Test
    void is_whole_wherever_the_buffer_of_the_generator_ends() {
        for (int before = 7_000; before < 8_100; before += 7) {
            var item = item(2);
            var answer = List.of("x".repeat(before), item, item);

            assertThat(new String(JSON.writeValueAsBytes(answer), StandardCharsets.UTF_8))
                    .isEqualTo(JSON.writeValueAsString(answer));
        }
    }

    /// An item of a table is written from its bytes.
    @Test
    void is_the_same_of_an_item_that_a_table_has() {
        var format = new ItemFormat();
        for (int round = 0; round < 2_000; round++) {
            var item = item(3);
            var stored = format.read(format.write(item));

            assertThat(new String(JSON.writeValueAsBytes(stored), StandardCharsets.UTF_8))
                    .isEqualTo(JSON.writeValueAsString(item));
            assertThat(JSON.<JsonNode>valueToTree(stored))
                    .isEqualTo(JSON.<JsonNode>valueToTree(item));
            assertThat(stored).isEqualTo(item);
            assertThat(List.copyOf(stored.attributes().keySet()))
                    .isEqualTo(List.copyOf(item.attributes().keySet()));
        }
    }

    @Test
    void has_each_attribute_by_itself_too() {
        var format = new ItemFormat();
        for (int round = 0; round < 500; round++) {
            var item = item(3);

            item.attributes()
                    .forEach((name, value) -> {
                        var stored = format.read(format.write(item));
                        assertThat(stored.get(name)).contains(value);
                        assertThat(stored.has(name)).isTrue();
                        assertThat(stored.has(name + "x")).isFalse();
                        assertThat(stored.get("x" + name)).isEmpty();
                        assertThat(stored).isEqualTo(item);
                        assertThat(stored.get(name)).contains(value);
                    });
        }
    }

    @Test
    void is_as_a_tree_what_it_is_as_text() {
        for (int round = 0; round < 500; round++) {
            var item = item(3);

            assertThat(JSON.readTree(JSON.writeValueAsBytes(JSON.<JsonNode>valueToTree(item))))
                    .isEqualTo(JSON.readTree(JSON.writeValueAsBytes(item)));
        }
    }

    @Test
    void is_read_to_the_same_item() {
        for (int round = 0; round < 500; round++) {
            var item = item(3);

            assertThat(AttributeValueJson.readItem(JSON.readTree(JSON.writeValueAsBytes(item))))
                    .isEqualTo(item);
        }
    }

    /// Whoever wants a text, or wants it quoted, gets the same one.
    @Test
    void is_the_same_in_all_forms() throws Exception {
        var item = Item.of(Map.of("name", new AttributeValue.S("\"ö\"")));
        var text = "{\"name\":{\"S\":\"\\\"ö\\\"\"}}";
        var plain = text.getBytes(StandardCharsets.UTF_8);
        var itemText = new ItemText(item);
        var bytes = new byte[100];

        assertThat(itemText.getValue()).isEqualTo(text);
        assertThat(itemText.charLength()).isEqualTo(text.length());
        assertThat(itemText.asUnquotedUTF8()).isEqualTo(plain);
        assertThat(itemText.appendUnquotedUTF8(bytes, 3)).isEqualTo(plain.length);
        assertThat(itemText.appendUnquotedUTF8(new byte[5], 3)).isEqualTo(-1);
        assertThat(itemText.asUnquotedUTF8()).isEqualTo(plain);
        assertThat(new String(itemText.asQuotedChars()))
                .isEqualTo(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private Item item(int depth) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        for (int i = random.nextInt(6); i > 0; i--) {
            attributes.put(text() + i, value(depth));
        }
        return Item.of(attributes);
    }

    private AttributeValue value(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 7)) {
            case 0 -> new AttributeValue.S(text());
            case 1 -> new AttributeValue.N(number());
            case 2 -> new AttributeValue.B(Binary.of(bytes()));
            case 3 -> new AttributeValue.BOOL(random.nextBoolean());
            case 4 -> new AttributeValue.NULL();
            case 5 -> new AttributeValue.SS(new LinkedHashSet<>(List.of("a", text() + "b")));
            case 6 -> new AttributeValue.NS(new LinkedHashSet<>(List.of(number())));
            case 7 -> new AttributeValue.BS(new LinkedHashSet<>(List.of(Binary.of(bytes()))));
            case 8 -> new AttributeValue.M(item(depth - 1).attributes());
            default -> {
                var elements = new ArrayList<AttributeValue>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(value(depth - 1));
                }
                yield new AttributeValue.L(elements);
            }
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private DynamoNumber number() {
        return DynamoNumber.parse(Long.toString(random.nextLong()));
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }
}

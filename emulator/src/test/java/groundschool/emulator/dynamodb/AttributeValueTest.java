package groundschool.emulator.dynamodb;

import static groundschool.emulator.dynamodb.AttributeValue.binary;
import static groundschool.emulator.dynamodb.AttributeValue.number;
import static groundschool.emulator.dynamodb.AttributeValue.string;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.AttributeValue.BOOL;
import groundschool.emulator.dynamodb.AttributeValue.L;
import groundschool.emulator.dynamodb.AttributeValue.M;
import groundschool.emulator.dynamodb.AttributeValue.NULL;
import groundschool.emulator.dynamodb.AttributeValue.SS;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributeValueTest {

    @Test
    void sets_are_equal_whatever_their_order() {
        assertThat(strings("a", "b"))
                .isEqualTo(strings("b", "a"))
                .hasSameHashCodeAs(strings("b", "a"));
        assertThat(strings("a", "b")).isNotEqualTo(strings("a"));
    }

    @Test
    void lists_are_equal_in_the_same_order_only() {
        assertThat(new L(List.of(number(1), number(2))))
                .isNotEqualTo(new L(List.of(number(2), number(1))));
    }

    @Test
    void is_sized_as_the_developer_guide_says() {
        assertThat(string("aé€😀").sizeBytes()).isEqualTo(1 + 2 + 3 + 4);
        assertThat(binary((byte) 1, (byte) 2).sizeBytes()).isEqualTo(2);
        assertThat(new BOOL(true).sizeBytes()).isEqualTo(1);
        assertThat(new NULL().sizeBytes()).isEqualTo(1);
        assertThat(strings("ab", "c").sizeBytes()).isEqualTo(3);
        assertThat(new L(List.of()).sizeBytes()).isEqualTo(3);
        assertThat(new L(List.of(string("ab"), number(1))).sizeBytes()).isEqualTo(3 + 2 + 2 + 2);
        assertThat(new M(Map.of("key", string("ab"))).sizeBytes()).isEqualTo(3 + 1 + 3 + 2);
    }

    @Test
    void an_item_is_the_sum_of_its_names_and_values() {
        var item = Item.of("pk", string("Emma")).with("year", number(1815));

        assertThat(item.sizeBytes()).isEqualTo(2 + 4 + 4 + 3);
    }

    @Test
    void strings_order_by_their_utf8_bytes() {
        var ascending =
                Stream.of("", "A", "a", "aa", "é", "\uD7FF", "\uE000", "\uFFFD", "😀").toList();

        for (int i = 0; i < ascending.size(); i++) {
            for (int j = 0; j < ascending.size(); j++) {
                int order =
                        string(ascending.get(i)).compare(string(ascending.get(j))).orElseThrow();
                assertThat(Integer.signum(order)).isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void binary_orders_unsigned() {
        assertThat(binary((byte) 0x7F).compare(binary((byte) 0x80)).orElseThrow()).isNegative();
    }

    @Test
    void different_types_have_no_order() {
        assertThat(string("1").compare(number(1))).isEmpty();
        assertThat(new BOOL(true).compare(new BOOL(false))).isEmpty();
    }

    private static SS strings(String... values) {
        return new SS(new LinkedHashSet<>(List.of(values)));
    }
}

package groundschool.emulator.dynamodb;

import static groundschool.emulator.dynamodb.AttributeValue.binary;
import static groundschool.emulator.dynamodb.AttributeValue.number;
import static groundschool.emulator.dynamodb.AttributeValue.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyBytesTest {

    @Test
    void sort_as_the_values_do() {
        assertAscending(List.of(string(""), string("a"), string("aa"), string("b"), string("é")));
        assertAscending(
                List.of(binary(), binary((byte) 0), binary((byte) 0x7F), binary((byte) 0xFF)));
        assertAscending(
                List.of(
                        number("-1E125"),
                        number(-100),
                        number("-99.5"),
                        number(-99),
                        number(-10),
                        number(-1),
                        number("-0.1"),
                        number("-1E-130"),
                        number(0),
                        number("1E-130"),
                        number("0.09"),
                        number("0.1"),
                        number(1),
                        number("1.5"),
                        number(2),
                        number(10),
                        number(11),
                        number(100),
                        number("100.1"),
                        number("1E125")));
    }

    @Test
    void exist_only_for_key_types() {
        assertThatThrownBy(() -> KeyBytes.of(new AttributeValue.BOOL(true)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertAscending(List<AttributeValue> values) {
        for (int i = 1; i < values.size(); i++) {
            var lower = KeyBytes.of(values.get(i - 1));
            var higher = KeyBytes.of(values.get(i));
            assertThat(Arrays.compareUnsigned(lower, higher))
                    .as("%s before %s", values.get(i - 1), values.get(i))
                    .isNegative();
        }
    }
}

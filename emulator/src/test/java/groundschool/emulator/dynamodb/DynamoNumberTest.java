package groundschool.emulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.000, 0",
        "0E500, 0",
        "1, 1",
        "+1, 1",
        "007, 7",
        "-12.50, -12.5",
        "1., 1",
        ".5, 0.5",
        "-.05, -0.05",
        "1E2, 100",
        "1e+2, 100",
        "120E-1, 12",
        "1.5e-3, 0.0015",
        "10000000000000000000000, 10000000000000000000000",
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
        "-0.00012345678901234567890123456789012345678, -0.00012345678901234567890123456789012345678",
    })
    void prints_without_exponent_and_needless_zeros(String text, String printed) {
        assertThat(DynamoNumber.parse(text)).hasToString(printed);
    }

    @Test
    void holds_the_largest_and_the_smallest_magnitude() {
        var nines = "9".repeat(38);

        assertThat(DynamoNumber.parse(nines + "E88")).hasToString(nines + "0".repeat(88));
        assertThat(DynamoNumber.parse("-1E-130")).hasToString("-0." + "0".repeat(129) + "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E126", "-1E126", "1E99999999999999999999"})
    void overflows(String text) {
        assertThatThrownBy(() -> DynamoNumber.parse(text))
                .hasMessage(
                        "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-131", "-9.9E-131"})
    void underflows(String text) {
        assertThatThrownBy(() -> DynamoNumber.parse(text))
                .hasMessage(
                        "Number underflow. Attempting to store a number with magnitude smaller than supported range");
    }

    @Test
    void has_no_more_than_38_significant_digits() {
        var digits = "1".repeat(39);

        assertThatThrownBy(() -> DynamoNumber.parse(digits))
                .hasMessage("Attempting to store more than 38 significant digits in a Number");
        assertThatThrownBy(() -> DynamoNumber.parse("1" + "0".repeat(90) + "1"))
                .hasMessage("Attempting to store more than 38 significant digits in a Number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1a", "-", ".", "1e", "1e+", "1.2.3", "--1", " 1", "NaN", "0x1"})
    void refuses_what_is_no_number(String text) {
        assertThatThrownBy(() -> DynamoNumber.parse(text))
                .hasMessage("The parameter cannot be converted to a numeric value: " + text);
    }

    @Test
    void refuses_an_empty_text() {
        assertThatThrownBy(() -> DynamoNumber.parse(""))
                .hasMessage("The parameter cannot be converted to a numeric value");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 2",
        "10, 2",
        "12, 2",
        "123, 3",
        "1234, 3",
        "12345, 4",
        "-1, 3",
        "0.1, 2",
        "0.01, 2",
        "1.5, 3",
        "-12.5, 4",
        "100000, 2",
        "1010, 3",
        "100.5, 4",
        "3.14159, 5",
        "123456, 4",
        "0.15, 2",
        "-42, 3",
        "1E125, 2",
        "1E-100, 2",
        "12345678901234567890123456789012345678, 20",
    })
    void is_sized_by_pairs_of_digits(String text, int sizeBytes) {
        assertThat(DynamoNumber.parse(text).sizeBytes()).isEqualTo(sizeBytes);
    }

    @Test
    void equals_whatever_way_it_is_written() {
        assertThat(DynamoNumber.parse("1.50E2")).isEqualTo(DynamoNumber.of(150));
        assertThat(DynamoNumber.of(Long.MIN_VALUE)).hasToString("-9223372036854775808");
        assertThat(DynamoNumber.of(Long.MAX_VALUE)).hasToString("9223372036854775807");
    }

    @Test
    void adds_and_subtracts_exactly() {
        assertThat(DynamoNumber.of(40).plus(DynamoNumber.of(2))).hasToString("42");
        assertThat(DynamoNumber.of(40).minus(DynamoNumber.of(42))).hasToString("-2");
        assertThat(DynamoNumber.parse("0.1").plus(DynamoNumber.parse("0.2"))).hasToString("0.3");
        assertThat(DynamoNumber.parse("1E30").minus(DynamoNumber.of(1)))
                .hasToString("9".repeat(30));
    }

    @Test
    void orders_and_round_trips_like_a_decimal() {
        var random = new Random(7);
        var numbers = new ArrayList<DynamoNumber>();
        for (int i = 0; i < 400; i++) {
            int length = 1 + random.nextInt(38);
            var digits = new StringBuilder(random.nextBoolean() ? "-" : "");
            for (int j = 0; j < length; j++) {
                digits.append(random.nextInt(10));
            }
            var text = digits + "E" + (random.nextInt(20) - 30);
            var number = DynamoNumber.parse(text);
            assertThat(number.toBigDecimal()).isEqualByComparingTo(new BigDecimal(text));
            numbers.add(number);
        }

        for (var left : numbers) {
            for (var right : numbers) {
                assertThat(Integer.signum(left.compareTo(right)))
                        .isEqualTo(left.toBigDecimal().compareTo(right.toBigDecimal()));
            }
        }
    }
}

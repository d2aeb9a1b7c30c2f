package groundschool.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "PT-5M, 1 min",
        "PT0S, 1 min",
        "PT1M, 1 min",
        "PT5M30S, 6 min",
        "PT59M29S, 59 min",
        "PT59M40S, 1 h",
        "PT1H, 1 h",
        "PT23H20M, 23 h",
        "PT23H40M, 1 d",
        "P1D, 1 d",
        "P30D, 30 d",
        "P31D, 1 mo",
        "P76D, 2.5 mo",
        "P364D, 1 y",
        "P365D, 1 y",
        "P475D, 1.3 y",
        "P36500D, 99.9 y"
    })
    void is_told_in_the_largest_unit_that_it_fills(Duration interval, String text) {
        assertThat(Interval.text(interval)).isEqualTo(text);
    }
}

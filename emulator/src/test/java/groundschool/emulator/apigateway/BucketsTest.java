package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.apigateway.plan.Buckets;
import java.time.Instant;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Token buckets, on a clock that the test moves.
class BucketsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Buckets buckets = new Buckets();

    private int through(double rate, int burst, int seconds) {
        int through = 0;
        for (int millisecond = 0; millisecond < seconds * 1000; millisecond++) {
            if (buckets.take("bucket", rate, burst, BEGIN.plusMillis(millisecond))) {
                through++;
            }
        }
        return through;
    }

    @Test
    void a_minute_lets_through_what_waited_and_what_comes() {
        assertThat((double) through(100, 50, 60))
                .isCloseTo(50 + 100 * 60, Percentage.withPercentage(2));
    }

    @Test
    void at_once_no_more_come_than_wait() {
        int through = 0;
        for (int i = 0; i < 500; i++) {
            if (buckets.take("bucket", 100, 50, BEGIN)) {
                through++;
            }
        }

        assertThat(through).isEqualTo(50);
    }

    @Test
    void nothing_comes_where_nothing_may() {
        assertThat(through(0, 0, 10)).isZero();
    }

    @Test
    void one_bucket_knows_nothing_of_another() {
        assertThat(buckets.take("one", 1, 1, BEGIN)).isTrue();
        assertThat(buckets.take("one", 1, 1, BEGIN)).isFalse();
        assertThat(buckets.take("two", 1, 1, BEGIN)).isTrue();
    }
}

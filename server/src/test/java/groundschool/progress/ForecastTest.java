package groundschool.progress;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.card.Memory;
import groundschool.card.Review;
import groundschool.card.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-12-05T23:30:00Z");

    @Test
    void counts_the_cards_of_each_day_from_today_on() {
        var forecast = Forecast.of(List.of(due(0), due(1), due(1), due(9)), 3, NOW, ZoneOffset.UTC);

        assertThat(forecast.days())
                .containsExactly(
                        new Forecast.Day(LocalDate.of(2026, 12, 5), 1),
                        new Forecast.Day(LocalDate.of(2026, 12, 6), 2),
                        new Forecast.Day(LocalDate.of(2026, 12, 7), 0));
        assertThat(forecast.most()).isEqualTo(2);
    }

    @Test
    void what_is_overdue_counts_for_today() {
        var forecast = Forecast.of(List.of(due(-30)), 2, NOW, ZoneOffset.UTC);

        assertThat(forecast.days().getFirst().cards()).isEqualTo(1);
    }

    @Test
    void a_day_begins_where_the_learner_is() {
        var forecast = Forecast.of(List.of(due(0)), 1, NOW, ZoneId.of("Asia/Tokyo"));

        assertThat(forecast.days()).containsExactly(new Forecast.Day(LocalDate.of(2026, 12, 6), 1));
    }

    @Test
    void fresh_cards_have_no_day() {
        var fresh = new Review("bowline", "bowline", new Stage.Fresh(), NOW, 0);

        var forecast = Forecast.of(List.of(fresh), 1, NOW, ZoneOffset.UTC);

        assertThat(forecast.days().getFirst().cards()).isZero();
        assertThat(forecast.most()).isEqualTo(1);
    }

    private static Review due(int days) {
        var stage = new Stage.Reviewing(new Memory(3, 5, NOW));
        return new Review("bowline", "bowline", stage, NOW.plus(Duration.ofDays(days)), 1);
    }
}

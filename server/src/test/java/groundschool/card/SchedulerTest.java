package groundschool.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:30:00Z");

    private final Scheduler scheduler = Scheduler.USUAL;

    @Test
    void asks_a_fresh_card_again_within_minutes_unless_it_was_easy() {
        assertThat(due(Rating.AGAIN)).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        assertThat(due(Rating.HARD)).isEqualTo(NOW.plus(Duration.ofSeconds(330)));
        assertThat(due(Rating.GOOD)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(due(Rating.EASY)).isEqualTo(NOW.plus(Duration.ofDays(8)));
    }

    /// The history and the intervals of the reference implementation's own test, with fuzz off.
    ///
    /// Source: [py-fsrs,
    /// tests](https://github.com/open-spaced-repetition/py-fsrs/blob/main/tests/test_basic.py)
    @Test
    void gives_the_intervals_of_the_reference_implementation() {
        var ratings =
                List.of(
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.AGAIN,
                        Rating.AGAIN,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD);
        Stage stage = new Stage.Fresh();
        var at = NOW;

        var days = new ArrayList<Long>();
        for (var rating : ratings) {
            var next = scheduler.next(stage, rating, at);
            days.add(Duration.between(at, next.dueAt()).toDays());
            stage = next.stage();
            at = next.dueAt();
        }

        assertThat(days)
                .containsExactly(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
    }

    /// Also from the reference implementation's tests.
    @Test
    void remembers_what_the_reference_implementation_remembers() {
        var ratings =
                List.of(
                        Rating.AGAIN,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD,
                        Rating.GOOD);
        var waits = List.of(0, 0, 1, 3, 8, 21);
        Stage stage = new Stage.Fresh();
        var at = NOW;

        for (int i = 0; i < ratings.size(); i++) {
            at = at.plus(Duration.ofDays(waits.get(i)));
            stage = scheduler.next(stage, ratings.get(i), at).stage();
        }

        assertThat(stage.memory().orElseThrow().stabilityDays()).isCloseTo(53.62691, within(1e-4));
        assertThat(stage.memory().orElseThrow().difficulty()).isCloseTo(6.3574867, within(1e-4));
    }

    @Test
    void a_forgotten_card_comes_back_in_ten_minutes_and_then_by_its_new_stability() {
        var known = new Stage.Reviewing(new Memory(40, 5, NOW.minus(Duration.ofDays(40))));

        var forgotten = scheduler.next(known, Rating.AGAIN, NOW);
        var again = scheduler.next(forgotten.stage(), Rating.GOOD, forgotten.dueAt());

        assertThat(forgotten.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(again.stage()).isInstanceOf(Stage.Reviewing.class);
        assertThat(again.stage().memory().orElseThrow().stabilityDays()).isLessThan(40);
    }

    @Test
    void a_card_falls_due_when_recall_has_fallen_to_the_retention() {
        assertThat(Fsrs.until(0.9, 30)).isEqualTo(Duration.ofDays(30));
        assertThat(Fsrs.recall(Duration.ofDays(30), 30)).isCloseTo(0.9, within(1e-9));
        assertThat(Fsrs.until(0.8, 30)).isGreaterThan(Duration.ofDays(30));
        assertThatThrownBy(() -> Fsrs.until(1, 30)).isInstanceOf(IllegalArgumentException.class);
    }

    private Instant due(Rating rating) {
        return scheduler.next(new Stage.Fresh(), rating, NOW).dueAt();
    }
}

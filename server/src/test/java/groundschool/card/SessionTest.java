package groundschool.card;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.web.TestSchool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOW = Instant.parse("2026-12-05T08:00:00Z");

    @Test
    void what_is_being_learned_comes_first_then_what_is_due_then_fresh_cards() {
        var session =
                session(
                        0,
                        fresh("bowline"),
                        reviewing("cleat", Duration.ofDays(-1)),
                        learning("springs", Duration.ofMinutes(-1)));

        assertThat(prompts(session)).containsExactly("springs", "cleat", "bowline");
    }

    @Test
    void a_card_that_is_due_later_waits() {
        var session = session(0, reviewing("cleat", Duration.ofDays(2)));

        assertThat(session.left()).isZero();
        assertThat(session.laterAt()).contains(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void a_card_that_is_being_learned_comes_early_when_nothing_else_is_left() {
        var soon = learning("springs", Duration.ofMinutes(9));

        assertThat(prompts(session(0, soon))).containsExactly("springs");
        assertThat(prompts(session(0, soon, fresh("bowline")))).containsExactly("bowline");
        assertThat(session(0, learning("springs", Duration.ofMinutes(30))).left()).isZero();
    }

    @Test
    void fresh_cards_stop_at_the_number_for_a_day() {
        assertThat(session(Session.FRESH_A_DAY - 1, fresh("bowline"), fresh("cleat")).left())
                .isEqualTo(1);
        assertThat(session(Session.FRESH_A_DAY + 5, fresh("bowline")).left()).isZero();
    }

    @Test
    void what_the_content_does_not_have_any_more_is_left_out() {
        var session = session(0, fresh("gone"), fresh("bowline~reversed"));

        assertThat(session.taken()).isZero();
        assertThat(session.next()).isEmpty();
    }

    @Test
    void its_minutes_are_rounded_up() {
        assertThat(session(0, fresh("bowline")).minutes()).isEqualTo(1);
        assertThat(session(0).minutes()).isZero();
    }

    private static Session session(int freshToday, Review... reviews) {
        return Session.of(
                List.of(reviews), TestSchool.sailing(), Optional.empty(), freshToday, NOW);
    }

    private static List<String> prompts(Session session) {
        return session.waiting().stream().map(asked -> asked.prompt().id()).toList();
    }

    private static Review fresh(String card) {
        return new Review(card, card.replace("~reversed", ""), new Stage.Fresh(), NOW, 0);
    }

    private static Review learning(String card, Duration ahead) {
        return new Review(card, card, new Stage.Learning(0, memory()), NOW.plus(ahead), 1);
    }

    private static Review reviewing(String card, Duration ahead) {
        return new Review(card, card, new Stage.Reviewing(memory()), NOW.plus(ahead), 3);
    }

    private static Memory memory() {
        return new Memory(3, 5, NOW.minus(Duration.ofDays(3)));
    }
}

package groundschool.progress;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.card.Memory;
import groundschool.card.Review;
import groundschool.card.Stage;
import groundschool.web.TestSchool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Instant NOW = Instant.parse("2026-12-05T08:00:00Z");

    @Test
    void a_new_learner_has_shown_nothing_of_what_there_is() {
        var evidence = evidence(Set.of(), List.of(), Map.of());

        assertThat(evidence.domains().getFirst().counts())
                .isEqualTo(new Evidence.Counts(1, 0, 0, 0, 3, 0, 0, 0));
        assertThat(evidence.domains().getLast().counts().percent()).isZero();
    }

    @Test
    void a_lesson_counts_when_it_is_done_and_a_question_when_the_latest_answer_was_right() {
        var evidence =
                evidence(Set.of("tides"), List.of(), Map.of("who-pulls", true, "twelfths", false));

        var water = evidence.domains().getLast().counts();
        assertThat(water.read()).isEqualTo(1);
        assertThat(water.right()).isEqualTo(1);
        assertThat(water.percent()).isEqualTo(66);
    }

    @Test
    void a_skill_without_anything_in_the_course_is_empty() {
        assertThat(new Evidence.Counts(0, 0, 0, 0, 0, 0, 0, 0).isEmpty()).isTrue();
        assertThat(new Evidence.Counts(0, 0, 0, 0, 0, 0, 0, 0).percent()).isZero();
    }

    @Test
    void what_the_course_has_no_more_counts_nowhere() {
        var gone = new Review("gone", "gone", new Stage.Reviewing(memory()), NOW, 1);

        var evidence = evidence(Set.of("gone"), List.of(gone), Map.of("gone", true));

        assertThat(evidence.domains())
                .allSatisfy(domain -> assertThat(domain.counts().percent()).isZero());
    }

    private static Memory memory() {
        return new Memory(3, 5, NOW);
    }

    private static Evidence evidence(
            Set<String> read, List<Review> reviews, Map<String, Boolean> answers) {
        return Evidence.of(
                TestSchool.blueprint(), TestSchool.sailing(), read, reviews, answers, Set.of());
    }
}

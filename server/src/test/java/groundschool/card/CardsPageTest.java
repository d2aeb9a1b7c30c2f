package groundschool.card;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Lesson;
import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardsPageTest {

    private static final Pattern DUE = Pattern.compile("<span class=\"due\">(\\d+)<");

    private static final Pattern ASKED =
            Pattern.compile(
                    "name=\"prompt\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"grades\" value=\"(\\d+)\"");

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(TestSchool.sailing());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    /// What the page asks, and how often it was graded before.
    private record Asked(String prompt, String grades) {}

    private Asked asked() {
        var found = ASKED.matcher(site.get("/cards").body());
        assertThat(found.find()).as("a card is asked").isTrue();
        return new Asked(found.group(1), found.group(2));
    }

    private void grade(Asked asked, Rating rating) {
        var answer =
                site.submit(
                        "/cards/grades",
                        Map.of(
                                "prompt",
                                asked.prompt(),
                                "grades",
                                asked.grades(),
                                "rating",
                                String.valueOf(rating.number())));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private void takeUpAll() {
        site.submit("/cards/taken", Map.of());
    }

    private List<Review> reviews() {
        return site.database().transaction(db -> new Reviews(db).all(site.learner()));
    }

    private Review review(String prompt) {
        return reviews().stream()
                .filter(each -> each.promptId().equals(prompt))
                .findFirst()
                .orElseThrow();
    }

    /// The clock stands still here: what was counted before holds no longer once it has changed.
    @Test
    void every_page_counts_the_cards_that_are_due_now() {
        var none = dueInTheBar();
        takeUpAll();
        var all = dueInTheBar();
        grade(asked(), Rating.EASY);

        assertThat(none).isZero();
        assertThat(all).isEqualTo(reviews().size());
        assertThat(dueInTheBar()).isEqualTo(all - 1);
    }

    private int dueInTheBar() {
        var found = DUE.matcher(site.get("/search?q=bowline").body());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    @Test
    void offers_the_cards_of_each_lesson_before_any_is_taken_up() {
        assertThat(site.get("/cards").body())
                .contains(
                        "No cards yet", "Take up 2 cards", "Take up 1 card<", "Take up all cards");
    }

    @Test
    void a_reversed_card_is_asked_both_ways() {
        takeUpAll();

        assertThat(reviews().stream().map(Review::promptId))
                .containsExactlyInAnyOrder("bowline", "cleat", "cleat~reversed", "springs");
    }

    @Test
    void taking_up_again_changes_nothing() {
        takeUpAll();
        grade(asked(), Rating.EASY);
        var before = reviews();

        takeUpAll();

        assertThat(reviews()).isEqualTo(before);
    }

    @Test
    void a_lesson_s_cards_can_be_taken_up_and_reviewed_alone() {
        var answer = site.submit("/cards/taken", Map.of("lesson", "tides"));

        assertThat(answer.headers().firstValue("Location")).hasValue("/cards?lesson=tides");
        assertThat(reviews().stream().map(Review::promptId)).containsExactly("springs");
        assertThat(site.get("/cards?lesson=tides").body()).contains("When are springs?");
        assertThat(site.get("/cards?lesson=knots").body()).contains("No cards yet");
    }

    @Test
    void a_grade_sets_when_the_card_comes_back() {
        takeUpAll();

        grade(asked(), Rating.EASY);

        assertThat(review("bowline").stage()).isInstanceOf(Stage.Reviewing.class);
        assertThat(review("bowline").dueAt()).isEqualTo(TestSite.NOW.plus(Duration.ofDays(8)));
        assertThat(asked().prompt()).isNotEqualTo("bowline");
    }

    @Test
    void the_same_form_sent_twice_counts_once() {
        takeUpAll();
        var form = asked();

        grade(form, Rating.EASY);
        var once = reviews();
        grade(form, Rating.AGAIN);

        assertThat(reviews()).isEqualTo(once);
        assertThat(site.get("/cards").body()).contains("1 done today");
    }

    @Test
    void a_script_gets_the_next_card_alone() {
        takeUpAll();

        var part = site.send(site.request("/cards").header("HX-Request", "true"));

        assertThat(part.body()).contains("id=\"session\"").doesNotContain("<html");
    }

    @Test
    void twenty_five_grades_can_be_taken_back_one_by_one() {
        takeUpAll();
        var fresh = reviews();
        for (var time = 0; time < 25; time++) {
            grade(asked(), Rating.AGAIN);
            site.clock().move(Duration.ofMinutes(2));
        }

        for (var time = 0; time < 25; time++) {
            site.submit("/cards/undo", Map.of());
        }

        assertThat(reviews())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("grades")
                .containsExactlyInAnyOrderElementsOf(fresh);
        assertThat(site.get("/cards").body()).doesNotContain("Undo the last grade");
    }

    @Test
    void undo_with_nothing_to_take_back_shows_the_cards() {
        assertThat(site.submit("/cards/undo", Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void a_form_from_before_an_undo_does_not_count() {
        takeUpAll();
        var form = asked();
        grade(form, Rating.EASY);
        site.submit("/cards/undo", Map.of());

        grade(form, Rating.AGAIN);

        assertThat(review("bowline").stage()).isInstanceOf(Stage.Fresh.class);
    }

    @Test
    void a_card_that_was_removed_from_the_content_is_not_asked_but_keeps_its_history() {
        takeUpAll();
        var form = asked();
        var knots = TestSchool.knots();
        var fewer =
                new Lesson(
                        knots.id(),
                        knots.title(),
                        knots.time(),
                        knots.objectives(),
                        knots.body(),
                        knots.text(),
                        knots.headings(),
                        knots.sources(),
                        knots.terms(),
                        knots.prices(),
                        List.of(),
                        knots.questions());

        site.show(TestSchool.sailing(List.of(fewer, TestSchool.tides()), List.of()));
        grade(form, Rating.GOOD);

        assertThat(asked().prompt()).isEqualTo("springs");
        assertThat(review("bowline").grades()).isEqualTo(1);
        assertThat(site.submit("/cards/undo", Map.of()).statusCode()).isEqualTo(303);
        assertThat(asked().prompt()).isEqualTo("springs");
    }

    @Test
    void a_clock_that_is_set_back_loses_no_grade() {
        takeUpAll();
        site.clock().move(Duration.ofDays(3));
        grade(asked(), Rating.GOOD);
        site.clock().move(Duration.ofDays(-3));

        var learning = review("bowline");
        grade(new Asked("bowline", "1"), Rating.GOOD);

        assertThat(learning.grades()).isEqualTo(1);
        assertThat(review("bowline").grades()).isEqualTo(2);
        assertThat(review("bowline").dueAt()).isAfter(Instant.parse("2026-12-05T08:00:00Z"));
    }

    @Test
    void says_when_the_next_card_falls_due() {
        site.submit("/cards/taken", Map.of("lesson", "tides"));
        grade(asked(), Rating.EASY);

        assertThat(site.get("/cards").body())
                .contains(
                        "Done for now",
                        "You gave 1 grade today.",
                        "The next one falls due in 8 d.");
    }

    @Test
    void what_no_page_sends_is_refused_with_a_page() {
        takeUpAll();
        for (var rating : List.of("0", "5", "good", "")) {
            var answer =
                    site.submit(
                            "/cards/grades",
                            Map.of("prompt", "bowline", "grades", "0", "rating", rating));

            assertThat(answer.statusCode()).as(rating).isEqualTo(400);
            assertThat(answer.body()).contains("What to do.");
        }
        assertThat(site.submit("/cards/grades", Map.of()).statusCode()).isEqualTo(400);
        assertThat(site.submit("/cards/taken", Map.of("lesson", "gone")).statusCode())
                .isEqualTo(404);
        assertThat(site.get("/cards?lesson=gone").statusCode()).isEqualTo(404);
        grade(new Asked("no-such-card", "0"), Rating.GOOD);
        assertThat(reviews()).allSatisfy(each -> assertThat(each.grades()).isZero());
    }
}

package groundschool.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.db.Database;
import groundschool.web.TestContent;
import groundschool.web.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonPageTest {

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(TestContent.bakery());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void shows_title_minutes_objectives_in_words_and_text() {
        var page = site.get("/lessons/dough").body();

        assertThat(page)
                .contains("<title>The dough · Groundschool</title>")
                .contains("12 minutes")
                .contains("Tell wet from dry dough")
                .contains("Seventy parts of water");
    }

    @Test
    void puts_a_footnote_where_it_is_referred_to() {
        var page = site.get("/lessons/dough").body();

        assertThat(page)
                .containsSubsequence(
                        "footnote-reference-1",
                        "margin-note",
                        "By <em>weight</em>.",
                        "give a soft");
        assertThat(page).doesNotContain("class=\"footnotes\"");
    }

    @Test
    void leads_to_its_neighbours_cards_and_questions() {
        assertThat(site.get("/lessons/dough").body())
                .contains("rel=\"next\" href=\"/lessons/oven\"")
                .contains("1 card")
                .contains("1 question");
        assertThat(site.get("/lessons/oven").body())
                .contains("rel=\"prev\" href=\"/lessons/dough\"")
                .doesNotContain("id=\"practise\"");
    }

    @Test
    void an_unknown_lesson_is_404() {
        var answer = site.get("/lessons/cake");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no lesson with this name");
    }

    @Test
    void is_marked_done_and_not_done_again() {
        site.submit("/lessons/dough/done", Map.of("done", "true"));

        assertThat(site.get("/lessons/dough").body()).contains("You marked this lesson done");
        assertThat(site.get("/courses/baking").body()).contains("1 of 2 lessons done");
        assertThat(site.get("/").body()).contains("The oven").doesNotContain("The dough");

        site.submit("/lessons/dough/done", Map.of("done", "false"));

        assertThat(site.get("/courses/baking").body()).contains("0 of 2 lessons done");
    }

    @Test
    void keeps_the_reading_position() {
        var answer = site.submit("/lessons/dough/position", Map.of("position", "0.5"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(site.get("/lessons/dough").body()).contains("data-position=\"0.5\"");
        assertThat(site.get("/").body()).contains("Lesson under way").contains("6 minutes left");
    }

    @Test
    void refuses_a_position_that_is_none() {
        for (var position : List.of("", "half", "NaN", "-0.1", "1.1", "Infinity")) {
            assertThat(
                            site.submit("/lessons/dough/position", Map.of("position", position))
                                    .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void what_a_learner_did_is_there_after_a_restart(@TempDir Path data) {
        try (var before = new TestSite(TestContent.bakery(), Database.in(data), List.of())) {
            before.submit("/lessons/dough/position", Map.of("position", "0.5"));
            before.submit("/lessons/oven/done", Map.of("done", "true"));
        }

        try (var after = new TestSite(TestContent.bakery(), Database.in(data), List.of())) {
            assertThat(after.get("/lessons/dough").body()).contains("data-position=\"0.5\"");
            assertThat(after.get("/courses/baking").body()).contains("1 of 2 lessons done");
        }
    }

    @Test
    void shows_new_content_as_soon_as_there_is_some() {
        site.get("/lessons/dough");

        site.show(groundschool.content.Catalogue.EMPTY);

        assertThat(site.get("/lessons/dough").statusCode()).isEqualTo(404);
        assertThat(site.get("/").body()).contains("Nothing is left for today");
    }
}

package groundschool.search;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.web.TestContent;
import groundschool.web.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPageTest {

    private TestSite site;

    @BeforeAll
    void start() {
        site = new TestSite(TestContent.bakery());
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void finds_lessons_cards_and_questions() {
        assertThat(site.get("/search?q=flour").body()).contains("href=\"/lessons/dough\"");
        assertThat(site.get("/search?q=sourdough").body()).contains("href=\"/cards?lesson=dough\"");
        assertThat(site.get("/search?q=sticks").body())
                .contains("href=\"/lessons/dough/questions\"");
    }

    @Test
    void finds_what_a_course_can_be_looked_up_in() {
        assertThat(site.get("/search?q=kernels").body())
                .contains("href=\"/courses/baking/glossary#mill\"");
        assertThat(site.get("/search?q=divided").body())
                .contains("href=\"/courses/baking/formulas\"");
        assertThat(site.get("/search?q=index+services").body())
                .contains("href=\"/courses/baking/services\"");
    }

    @Test
    void puts_what_has_the_word_in_its_title_first() {
        assertThat(site.get("/search?q=dough").body())
                .containsSubsequence("<mark>dough</mark></a>", "A <mark>dough</mark> that sticks");
    }

    @Test
    void marks_the_words() {
        assertThat(site.get("/search?q=SEVENTY+water").body())
                .contains("<mark>Seventy</mark> parts of <mark>water</mark>");
    }

    @Test
    void gives_no_reason_of_an_option_away() {
        assertThat(site.get("/search?q=foldingreason").body())
                .contains("Nothing has all of these words");
    }

    @Test
    void escapes_what_is_asked_and_what_is_found() {
        assertThat(site.get("/search?q=%3Cscript%3Ealert").body())
                .contains("value=\"&lt;script&gt;alert\"")
                .contains("What does &lt;<mark>script</mark>&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void without_words_it_says_what_can_be_searched() {
        assertThat(site.get("/search").body()).contains("by any word in them");
        assertThat(site.get("/search?q=%20...%20").statusCode()).isEqualTo(200);
        assertThat(site.get("/search?q=" + "a+".repeat(300)).statusCode()).isEqualTo(200);
    }
}

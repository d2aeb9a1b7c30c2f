package groundschool.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.web.TestContent;
import groundschool.web.TestSchool;
import groundschool.web.TestSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandbookPageTest {

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
    void lists_terms_by_letter_with_aliases_source_and_the_first_lesson_that_names_them() {
        var page = site.get("/courses/baking/glossary").body();

        assertThat(page)
                .containsSubsequence(
                        "href=\"#letter-h\"",
                        "href=\"#letter-m\"",
                        "id=\"letter-h\"",
                        "id=\"hydration\"",
                        "Water by weight of flour.",
                        "href=\"/lessons/dough\"",
                        "id=\"letter-m\"",
                        "id=\"mill\"",
                        "also Stone Mill</p>",
                        "Grinds <em>rye</em> kernels.",
                        "href=\"https://example.com/flour\"");
    }

    @Test
    void shows_formulas_and_prices_with_their_day_region_and_source() {
        var page = site.get("/courses/baking/formulas").body();

        assertThat(page)
                .contains("<h1>Formulas and prices</h1>")
                .containsSubsequence(
                        "Water divided by flour.",
                        "id=\"prices\"",
                        "Mill: Wheat flour",
                        "eu-west-1",
                        "2026-11-22",
                        "https://example.com/flour",
                        "$0.90 per kilogram");
    }

    @Test
    void lists_services_with_the_units_whose_lessons_name_them() {
        var page = site.get("/courses/baking/services").body();

        assertThat(page)
                .contains("1 service")
                .containsSubsequence(
                        "href=\"/courses/baking/glossary#mill\"",
                        "href=\"/courses/baking#unit-basics\"",
                        "href=\"/lessons/dough\"",
                        "The dough")
                .doesNotContain("hydration");
    }

    @Test
    void is_reached_from_the_course() {
        assertThat(site.get("/courses/baking").body())
                .contains(
                        "href=\"/courses/baking/glossary\"",
                        "2 terms",
                        "href=\"/courses/baking/formulas\"",
                        "href=\"/courses/baking/services\"");
    }

    @Test
    void a_lesson_says_of_when_its_prices_are() {
        assertThat(site.get("/lessons/dough").body())
                .contains("Mill, Wheat flour in eu-west-1 on")
                .contains("href=\"/courses/baking/formulas#prices\"");
        assertThat(site.get("/lessons/oven").body()).doesNotContain("Prices in this lesson");
    }

    @Test
    void a_course_that_has_none_of_it_offers_none_of_it() {
        site.show(TestSchool.sailing());

        assertThat(site.get("/courses/sailing").body()).doesNotContain("To look up");
        for (var page : new String[] {"glossary", "formulas", "services"}) {
            assertThat(site.get("/courses/sailing/" + page).statusCode()).isEqualTo(404);
            assertThat(site.get("/courses/there-is-none/" + page).statusCode()).isEqualTo(404);
        }
    }
}

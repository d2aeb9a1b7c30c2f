package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a course can be looked up in, as its author writes it.
class HandbookTest {

    private static final String GLOSSARY =
            """
            ## bow rope {#bow-rope aliases="bow ropes, BR"}

            Holds the *bow*.

            Source: [Ropes](https://example.com/ropes)

            ## Harbour Control {#harbour-control .service}

            Gives berths.

            Source: [Harbours](https://example.com/harbours)
            """;

    private static final String PRICES =
            """
            as-of: 2026-11-22
            region: eu-west-1
            prices:
              - id: berth-hour
                service: Harbour Control
                what: A berth
                unit: hour
                price: 12.50
                source: {title: Berths, url: "https://example.com/berths"}
              - id: pilot
                service: Harbour Control
                what: A pilot
                unit: trip
                price: 90
                region: eu-west-2
                as-of: 2026-10-01
                source: {title: Pilots, url: "https://example.com/pilots"}
            """;

    private static final String FORMULAS =
            """
            ---
            title: Formulas
            ---

            ## Ropes

            Two per ferry. A berth is {{price:berth-hour}}.

            ## Sources

            - [Ropes](https://example.com/ropes)
            """;

    @TempDir private Path folder;
    private CourseFixture course;

    @BeforeEach
    void write_the_course() {
        course =
                new CourseFixture(folder)
                        .write("glossary.md", GLOSSARY)
                        .write("prices.yaml", PRICES)
                        .write("formulas.md", FORMULAS);
    }

    private Handbook handbook() {
        return course.catalogue().course("ferries").orElseThrow().handbook();
    }

    private Lesson lesson() {
        return course.catalogue().lesson("mooring").orElseThrow();
    }

    @Test
    void reads_a_glossary() {
        var terms = handbook().glossary();

        assertThat(terms).extracting(Term::name).containsExactly("bow rope", "Harbour Control");
        assertThat(terms.getFirst().aliases()).containsExactly("bow ropes", "BR");
        assertThat(terms.getFirst().definition().html())
                .isEqualTo("<p>Holds the <em>bow</em>.</p>");
        assertThat(terms.getFirst().sources())
                .containsExactly(new Source("Ropes", "https://example.com/ropes"));
        assertThat(handbook().services()).extracting(Term::id).containsExactly("harbour-control");
    }

    @Test
    void reads_prices_with_their_day_and_region() {
        assertThat(handbook().prices())
                .extracting(Price::words, Price::region, Price::asOf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "$12.50 per hour", "eu-west-1", "2026-11-22"),
                        org.assertj.core.groups.Tuple.tuple(
                                "$90 per trip", "eu-west-2", "2026-10-01"));
    }

    @Test
    void reads_formulas_with_prices_in_them() {
        var formulas = handbook().formulas().orElseThrow();

        assertThat(formulas.title()).isEqualTo("Formulas");
        assertThat(formulas.body().text()).contains("A berth is $12.50 per hour.");
        assertThat(formulas.headings()).extracting(Heading::anchor).contains("ropes");
        assertThat(formulas.sources()).hasSize(1);
    }

    @Test
    void links_the_first_use_of_a_term_in_a_lesson_and_only_that() {
        course.lessonWith("First the bow rope. The bow rope holds. Two bow ropes hold more.");

        assertThat(course.lessonHtml())
                .contains(
                        "<p>First the <a class=\"term\" href=\"/courses/ferries/glossary#bow-rope\">bow rope</a>. The bow rope holds. Two bow ropes hold more.</p>");
        assertThat(lesson().terms()).containsExactly("bow-rope");
    }

    @Test
    void links_a_term_over_two_lines_in_capitals_at_the_beginning_in_lists_and_in_boxes() {
        course.lessonWith("> [!NOTE]\n> Bow\n> rope, then.\n\n- Ask Harbour Control.\n");

        assertThat(course.lessonHtml())
                .contains("glossary#bow-rope\">Bow\nrope</a>, then.")
                .contains("glossary#harbour-control\">Harbour Control</a>");
    }

    @Test
    void takes_the_longest_name_and_whole_words_only() {
        course.write(
                        "glossary.md",
                        GLOSSARY
                                + "\n## rope {#rope}\n\nHolds.\n\nSource: [Ropes](https://example.com/ropes)\n")
                .lessonWith(
                        "A tightrope, ropes, rope-walk, rope.txt, x:rope, ROPE; br; a bow rope; then a rope.");

        assertThat(course.lessonHtml())
                .contains(
                        "A tightrope, ropes, rope-walk, rope.txt, x:rope, ROPE; br; a <a class=\"term\" href=\"/courses/ferries/glossary#bow-rope\">bow rope</a>; then a <a class=\"term\" href=\"/courses/ferries/glossary#rope\">rope</a>.");
    }

    @Test
    void links_nothing_in_headings_code_links_heads_of_tables_and_sources() {
        course.write(
                "01-harbour/01-mooring.md",
                CourseFixture.LESSON
                        .replace("## Ropes", "## The bow rope")
                        .replace(
                                "Two of them.",
                                "`bow rope` [bow rope](https://example.com) [the *bow rope*](#the-bow-rope)\n\n| bow rope |\n|---|\n| 1 |\n\n```sh\nbow rope\n```")
                        .replace("- [Ropes]", "On the bow rope:\n\n- [Ropes]"));

        assertThat(course.lessonHtml()).doesNotContain("class=\"term\"");
        assertThat(lesson().terms()).isEmpty();
    }

    @Test
    void links_nothing_in_cards_and_questions() {
        var card = course.catalogue().card("rope-count").orElseThrow();
        var question = course.catalogue().question("which-rope").orElseThrow();

        assertThat(card.toString() + question).doesNotContain("class=\"term\"");
    }

    @Test
    void says_a_price_wherever_its_name_stands() {
        course.lessonWith("A berth, {{price:berth-hour}}.\n\n    {{price:pilot}}\n");

        assertThat(course.lessonHtml())
                .contains("A berth, $12.50 per hour.")
                .contains("<code>$90 per trip</code>");
        assertThat(lesson().text()).contains("$12.50 per hour");
        assertThat(lesson().prices()).containsExactly("berth-hour", "pilot");
    }

    @Test
    void refuses_an_unknown_price() {
        course.lessonWith("A berth,\n{{price:berth}}.");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:13: there is no price `berth` in prices.yaml");
    }

    @Test
    void a_lesson_may_link_to_a_term_and_to_a_formula() {
        course.lessonWith(
                "[x](../glossary.md#bow-rope) [y](../formulas.md#ropes) [z](../glossary.md#sail) [w](../formulas.md#sail)");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:12: the link leads nowhere: %s has no heading #sail"
                                .formatted(course.content.resolve("ferries/formulas.md"))
                                .replace(course.content.resolve("ferries") + "/", ""),
                        "01-harbour/01-mooring.md:12: the link leads nowhere: %s has no heading #sail"
                                .formatted(course.content.resolve("ferries/glossary.md"))
                                .replace(course.content.resolve("ferries") + "/", ""));
    }

    @Test
    void reports_what_is_wrong_with_a_glossary() {
        course.write(
                "glossary.md",
                """
                Words.

                ## bow rope {#bow-rope .rope alias=x}

                ## stern rope {#bow-rope aliases="Bow rope"}

                Holds.

                Source: [Ropes](https://example.com/ropes)

                ## mast

                Up.
                """);

        assertThat(course.problems())
                .containsExactly(
                        "glossary.md:1: a term begins with a heading: `## Its name {#its-id}`",
                        "glossary.md:3: a term has no `.rope`; known is .service",
                        "glossary.md:3: a term has no attribute `alias`; known is aliases",
                        "glossary.md:3: the term has no definition: say below its heading what it means",
                        "glossary.md:3: the term has no source: end it with `Source: [title](https://…)`",
                        "glossary.md:5: `Bow rope` is a name of the term `bow rope` already: a link could lead to one only",
                        "glossary.md:5: two terms have the id `bow-rope`",
                        "glossary.md:11: the term has no id: write {#its-id} behind its heading",
                        "glossary.md:11: the term has no source: end it with `Source: [title](https://…)`");
    }

    @Test
    void reports_what_is_wrong_with_prices() {
        course.write(
                "prices.yaml",
                """
                as-of: 22.11.2026
                prices:
                  - id: berth-hour
                    service: Harbour Control
                    what: A berth
                    unit: hour
                    price: $12
                  - id: berth-hour
                    service: Harbour Control
                    what: A berth
                    unit: hour
                    price: 12
                    colour: red
                    source: {title: Berths, url: "http://example.com"}
                """);

        assertThat(course.problems())
                .containsExactly(
                        "prices.yaml:1: `as-of:` is a day, such as 2026-11-22",
                        "prices.yaml:1: `region:` is missing",
                        "prices.yaml:3: the price has no source: write `source: {title: …, url: https://…}`",
                        "prices.yaml:7: `price:` is a number of US dollars, such as 0.20",
                        "prices.yaml:8: two prices have the id `berth-hour`",
                        "prices.yaml:13: there is no `colour:` here; known are id, price, source, service, what, unit, region, as-of",
                        "prices.yaml:14: `url:` begins with https://");
    }

    @Test
    void reports_formulas_without_title_and_sources() {
        course.write("formulas.md", "---\nid: x\n---\n\n### Ropes\n\nTwo.\n");

        assertThat(course.problems())
                .containsExactly(
                        "formulas.md:1: the formulas have no sources: end them with `## Sources` and a list of links",
                        "formulas.md:2: `title:` is missing",
                        "formulas.md:2: there is no `id:` here; known are title",
                        "formulas.md:5: the heading skips a level: write `##`");
    }

    @Test
    void reads_lessons_again_when_the_glossary_or_a_price_has_changed() {
        course.lessonWith("A mast. {{price:pilot}}");
        var reader = new ContentReader();
        reader.read(course.content, course.labs);

        course.write("glossary.md", GLOSSARY.replace("bow rope {", "mast {"))
                .write("prices.yaml", PRICES.replace("price: 90", "price: 95"));
        var again = (ContentReader.Result.Loaded) reader.read(course.content, course.labs);

        var lesson = again.catalogue().lesson("mooring").orElseThrow();
        assertThat(lesson.terms()).isEqualTo(List.of("bow-rope"));
        assertThat(lesson.text()).contains("$95 per trip");
    }
}

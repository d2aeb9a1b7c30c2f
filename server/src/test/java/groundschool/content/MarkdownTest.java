package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.markdown.Hash;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTest {

    @TempDir Path folder;
    CourseFixture course;

    @BeforeEach
    void write_the_course() {
        course = new CourseFixture(folder);
    }

    private String html(String body) {
        return course.lessonWith(body).lessonHtml();
    }

    @Test
    void escapes_raw_html() {
        assertThat(html("<b onclick=x>Hi</b>\n\n<script>alert(1)</script>\n"))
                .contains("<p>&lt;b onclick=x&gt;Hi&lt;/b&gt;</p>")
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }

    @Test
    void refuses_links_that_run_scripts() {
        course.lessonWith(
                "[a](javascript:alert(1)) [b](JavaScript:x) [c](java&#115;cript:x) [d](data:text/html,x)"
                        + " <javascript:x> [e][ref]\n\n[ref]: vbscript:x\n");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:12: links with `data:` are refused: use https",
                        "01-harbour/01-mooring.md:12: links with `javascript:` are refused: use https",
                        "01-harbour/01-mooring.md:12: links with `vbscript:` are refused: use https");
    }

    @Test
    void colours_code() {
        assertThat(html("```sh\naws s3 ls --output \"text\" # lists\n```"))
                .contains(
                        "<figure class=\"code\" data-language=\"sh\"><pre tabindex=\"0\"><code>"
                                + "<span class=\"tok-keyword\">aws</span> s3 ls <span class=\"tok-keyword\">--output</span>"
                                + " <span class=\"tok-string\">&quot;text&quot;</span> <span class=\"tok-comment\"># lists</span>"
                                + "</code></pre></figure>");
    }

    @Test
    void what_can_be_run_is_a_part_of_its_own_that_keeps_its_id_where_it_moves() {
        var before = commands("```sh run\naws s3 ls\n```\n\nMore.\n\n```sh run\naws s3 ls\n```");
        var after = commands("```sh run\nls\n```\n\n```sh run\naws s3 ls\n```");

        assertThat(before).extracting(Lesson.Part.Commands::text).containsOnly("aws s3 ls");
        assertThat(before).extracting(Lesson.Part.Commands::id).doesNotHaveDuplicates();
        assertThat(after.getLast().id()).isEqualTo(before.getFirst().id());
        assertThat(before.getFirst().html()).contains("tok-keyword");
    }

    private List<Lesson.Part.Commands> commands(String body) {
        course.lessonWith(body);
        return course.catalogue().lesson("mooring").orElseThrow().commands();
    }

    @Test
    void says_where_a_block_cannot_run() {
        course.lessonWith(
                "- In a list\n\n  ```sh run\n  ls\n  ```\n\n> [!TIP]\n> ```sh run\n> ls\n> ```\n\n```js run\nx\n```\n");

        assertThat(course.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).contains("`run` is for `sh` blocks"));
    }

    @Test
    void keeps_empty_lines_and_spaces_in_code() {
        assertThat(html("```json\n{\n\n  \"a\": [1, true]   \n}\n```"))
                .contains(
                        "{\n\n  <span class=\"tok-string\">&quot;a&quot;</span>:"
                                + " [<span class=\"tok-number\">1</span>, <span class=\"tok-keyword\">true</span>]   \n}");
    }

    @Test
    void shows_admonitions() {
        assertThat(html("> [!EXAM]\n> Read the *stem*.\n>\n> - Twice\n"))
                .contains(
                        "<div class=\"admonition exam\" role=\"note\">\n<p class=\"admonition-title\">In the exam</p>\n"
                                + "<p>Read the <em>stem</em>.</p>\n<ul>\n<li>Twice\n</li>\n</ul>\n</div>");
    }

    @Test
    void shows_footnotes_with_a_way_back() {
        assertThat(html("Text[^a].\n\n[^a]: More."))
                .contains("<sup id=\"footnote-reference-1\"><a href=\"#footnote-1\"")
                .contains("<li id=\"footnote-1\">\n<p>More.</p>");
    }

    @Test
    void refuses_footnotes_outside_lessons() {
        course.write("01-harbour/unit.md", "---\nid: harbour\ntitle: H\n---\n\nA[^a]\n\n[^a]: B\n");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/unit.md:1: footnotes are for lessons: say it in the text here");
    }

    @Test
    void shows_tables() {
        assertThat(html("| a | b |\n|---|--:|\n| 1 | `x` |\n"))
                .contains(
                        "<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"align-right\">b</th></tr>")
                .contains("<tr><td>1</td><td class=\"align-right\"><code>x</code></td></tr>");
    }

    @Test
    void a_table_with_an_empty_corner_has_headings_of_rows() {
        assertThat(html("| | b |\n|---|--:|\n| x | 1 |\n"))
                .contains("<tr><td> </td><th scope=\"col\" class=\"align-right\">b</th></tr>")
                .contains("<tr><th scope=\"row\">x</th><td class=\"align-right\">1</td></tr>");
    }

    @Test
    void shows_a_pair_of_images() {
        course.write("01-harbour/images/map.light.svg", "<svg viewBox=\"0 0 30 20\"></svg>")
                .write("01-harbour/images/map.dark.svg", "<svg viewBox=\"0 0 30 20\"></svg>");

        assertThat(html("![A map](images/map.svg)"))
                .contains(
                        "<figure class=\"picture\"><img class=\"light\" src=\"/content/ferries/01-harbour/images/map.light.svg\""
                                + " alt=\"A map\" width=\"30\" height=\"20\">"
                                + "<img class=\"dark\" src=\"/content/ferries/01-harbour/images/map.dark.svg\"");
        assertThat(course.catalogue().asset("ferries/01-harbour/images/map.dark.svg")).isPresent();
        assertThat(course.catalogue().asset("ferries/../secret")).isEmpty();
    }

    @Test
    void refuses_an_image_without_a_description_and_one_that_is_not_there() {
        course.lessonWith("![](images/gone.svg)");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:12: the image has no description: say between [ and ] what it shows to those who cannot see it",
                        "01-harbour/01-mooring.md:12: there is no image `images/gone.svg`, and no pair images/gone.light.svg and images/gone.dark.svg");
    }

    @Test
    void refuses_an_image_with_a_script() {
        course.write("01-harbour/images/map.svg", "<svg><script>x</script></svg>");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/images/map.svg:1: an image with a script in it is refused");
    }

    @Test
    void shows_what_was_drawn_of_a_diagram_and_notices_when_it_is_stale() {
        var drawn = "<svg><!-- source: %s --></svg>".formatted(Hash.of("graph LR; a-->b"));
        course.write("01-harbour/images/way.light.svg", drawn)
                .write("01-harbour/images/way.dark.svg", drawn);
        var diagram = "```mermaid images/way \"From a to b\"\ngraph LR; a-->%s\n```";

        assertThat(html(diagram.formatted("b")))
                .contains(
                        "src=\"/content/ferries/01-harbour/images/way.light.svg\" alt=\"From a to b\"");

        course.lessonWith(diagram.formatted("c"));
        assertThat(course.problems())
                .anyMatch(it ->
                        it.contains("01-mooring.md:12: the drawing images/way.dark.svg is stale"));
    }

    @Test
    void embeds_cards_and_questions() {
        course.lessonWith("Before.\n\n[[card:rope-count]]\n\n[[question:which-rope]]\n\nAfter.");

        assertThat(course.catalogue().lesson("mooring").orElseThrow().body())
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Text", "EmbeddedCard", "EmbeddedQuestion", "Text");
    }

    @Test
    void refuses_to_embed_what_is_not_there() {
        course.lessonWith("[[card:gone]]");

        assertThat(course.problems())
                .containsExactly("01-harbour/01-mooring.md:12: there is no card `gone`");
    }

    @Test
    void links_lessons_by_their_files() {
        assertThat(html("[Ropes](01-mooring.md#ropes) and [all](../course.md)"))
                .contains("<a href=\"/lessons/mooring#ropes\">Ropes</a>")
                .contains("<a href=\"/courses/ferries\">all</a>");
    }

    @Test
    void hides_the_words_of_a_cloze_card() {
        course.write(
                "01-harbour/01-mooring.cards.md",
                "## A ferry has ==two== ropes. {#cloze}\n\nBow and stern.\n");

        var card = course.catalogue().card("cloze").orElseThrow();

        assertThat(card.front().text()).isEqualTo("A ferry has […] ropes.");
        assertThat(card.front().html()).doesNotContain("two");
        assertThat(card.cloze().orElseThrow().html())
                .isEqualTo("A ferry has <mark>two</mark> ropes.");
    }

    @Test
    void asks_a_reversed_card_both_ways() {
        course.write(
                "01-harbour/01-mooring.cards.md",
                "## Bow {#bow .reversed .context}\n\nFront end\n");

        var card = course.catalogue().card("bow").orElseThrow();

        assertThat(card.context()).isTrue();
        assertThat(card.prompts())
                .extracting(Card.Prompt::id)
                .containsExactly("bow", "bow~reversed");
        assertThat(card.prompts().getLast().asked().text()).isEqualTo("Front end");
    }
}

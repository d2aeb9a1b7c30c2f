package groundschool.content.rule;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.CourseFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpellingTest {

    @TempDir private Path folder;
    private CourseFixture course;

    @BeforeEach
    void write_the_course() throws IOException {
        course = new CourseFixture(folder);
        words("");
    }

    private void words(String list) throws IOException {
        Files.writeString(course.content.resolve("words.txt"), list);
    }

    private List<String> problems() {
        return course.problems(Spelling.in(course.content));
    }

    @Test
    void takes_what_the_dictionary_knows() {
        course.lessonWith(
                "The harbour's colour isn’t grey; 21 ropes, ORGANISED in well-known rows (say).");

        assertThat(problems()).isEmpty();
    }

    @Test
    void says_the_line_of_a_word_that_is_misspelt_and_what_may_have_been_meant() {
        course.lessonWith("Two of them,\nin *wrogn* order.");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("01-harbour/01-mooring.md:13: `wrogn` is not in the dictionary: write ")
                .contains("wrong")
                .endsWith("; a name or term belongs in words.txt");
    }

    @Test
    void wants_it_spelt_as_the_british_do() {
        course.lessonWith("We organize by color.");

        assertThat(problems()).hasSize(2);
    }

    @Test
    void looks_at_titles_cards_questions_and_descriptions_of_images() {
        course.write(
                        "01-harbour/unit.md",
                        "---\nid: harbour\ntitle: In teh harbour\nsummary: \"A sumary.\"\n---\n")
                .write("01-harbour/images/rope.svg", "<svg viewBox=\"0 0 1 1\"/>")
                .write(
                        "01-harbour/01-mooring.cards.md",
                        CourseFixture.CARDS.replace("Two", "Tow, towe"))
                .write(
                        "01-harbour/01-mooring.questions.md",
                        CourseFixture.QUESTION.replace("It breaks", "It breakes"))
                .lessonWith("![A roap](images/rope.svg)");

        assertThat(problems())
                .extracting(it -> it.replaceAll(" is not in.*", ""))
                .containsExactly(
                        "01-harbour/01-mooring.cards.md:3: `towe`",
                        "01-harbour/01-mooring.md:12: `roap`",
                        "01-harbour/01-mooring.questions.md:7: `breakes`",
                        "01-harbour/unit.md:3: `teh`",
                        "01-harbour/unit.md:4: `sumary`");
    }

    @Test
    void looks_at_no_code_no_address_no_id_and_no_title_of_other_peoples_pages() {
        course.lessonWith(
                """
                `kode` and <https://example.com/kode>, k0de, kode_x, x.kode and
                [Optimizing kode](https://example.com/kode), [this](01-mooring.md#kode).

                [[card:kode]]

                ### Knots {#kode}

                ```js
                kode
                ```
                """);

        assertThat(problems()).noneMatch(it -> it.contains("not in the dictionary"));
    }

    @Test
    void takes_names_and_terms_from_the_list() throws IOException {
        words("Hanne\nhawserless\n");
        course.lessonWith("Hanne's ferry goes hawserless. Hawserless, it sways.");

        assertThat(problems()).isEmpty();
    }

    @Test
    void takes_a_name_only_as_it_is_written() throws IOException {
        words("EventBridge\n");
        course.lessonWith("EventBridge and Eventbridge");

        assertThat(problems()).singleElement().asString().contains("`Eventbridge`");
    }

    @Test
    void keeps_the_list_sorted_and_free_of_what_no_text_needs() throws IOException {
        words("Hanne\nAmbleport\nHanne\nharbour\ntwo words\n");
        course.lessonWith("Hanne of Ambleport");

        assertThat(problems())
                .containsExactly(
                        "words.txt:2: `Ambleport` belongs before `Hanne`: sort the list, and each word once",
                        "words.txt:4: no text needs `harbour` here: take it out",
                        "words.txt:5: one word stands here, of letters");
    }

    @Test
    void lets_the_list_be_ahead_of_an_unfinished_course() throws IOException {
        words("Hanne\n");
        course.write(
                "course.md", CourseFixture.COURSE.replace("title: F", "draft: true\ntitle: F"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void finds_the_list_beside_a_single_course() throws IOException {
        words("Hanne\nIdris\n");
        course.lessonWith("Hanne");
        var single = course.content.resolve("ferries");

        assertThat(
                        new groundschool.content.ContentReader(Spelling.in(single))
                                .read(single, course.labs)
                                .problems())
                .isEmpty();
    }

    @Test
    void looks_at_nothing_where_there_is_no_list() throws IOException {
        Files.delete(course.content.resolve("words.txt"));
        course.lessonWith("Vertäut wird sie mit zwei Leinen.");

        assertThat(problems()).isEmpty();
    }

    @Test
    void looks_also_at_content_that_is_refused() {
        course.lessonWith("[gone](02-gone.md) wrogn");

        assertThat(problems()).hasSize(2);
    }

    @Test
    void is_a_note_in_a_draft() {
        course.write(
                "course.md", CourseFixture.COURSE.replace("title: F", "draft: true\ntitle: F"));
        course.lessonWith("wrogn");

        assertThat(problems()).singleElement().asString().contains("md:12: note: `wrogn`");
    }
}

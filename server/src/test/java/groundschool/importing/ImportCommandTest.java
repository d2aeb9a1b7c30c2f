package groundschool.importing;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.content.CheckCommand;
import groundschool.content.ContentReader;
import groundschool.content.ContentReader.Result;
import groundschool.content.Lesson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String DECK =
            """
            Why two ropes? (bow & stern) {#not-an-id}
            A:
            Mooring:
            - Bow rope
            - - the *thick* one
             - - <b>never</b> the thin one
            - Stern rope, see https://example.com/ropes.

            1. is no list
            Note: a == b
            -----------
            Why two ropes? (bow & stern) {#not-an-id}
            A:
            - - deep from the start
            -----------
            """;

    private static final String NOTES =
            """
            == Mooring "well"
            * ropes:
            ** bow
            ** stern
            *! never the thin one
            https://example.com/ropes
            * after the link

            == Empty
            """;

    @TempDir Path folder;
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(Path into, Path... files) {
        return new ImportCommand()
                .run(new PrintStream(printed, true, StandardCharsets.UTF_8), List.of(files), into);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Catalogue catalogue(Path content) {
        return switch (new ContentReader().read(content, folder.resolve("labs"))) {
            case Result.Loaded(var catalogue, _) -> catalogue;
            case Result.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void makes_cards_of_a_deck() throws IOException {
        var into = folder.resolve("content");

        var code = run(into, file("Ferry deck.txt", DECK));

        assertThat(code).as(printed()).isZero();
        assertThat(printed())
                .contains("ferry-deck: 0 headings, 5 bullets, 2 cards in, and as many out");
        var cards = catalogue(into).cards();
        assertThat(cards)
                .extracting(Card::id)
                .containsExactly(
                        "ferry-deck-why-two-ropes-bow-stern-not-an-id",
                        "ferry-deck-why-two-ropes-bow-stern-not-an-id-2");
        assertThat(cards.getFirst().front().text())
                .isEqualTo("Why two ropes? (bow & stern) {#not-an-id}");
        assertThat(cards.getFirst().back().html())
                .contains("<p>Mooring:</p>")
                .contains("the *thick* one")
                .contains("&lt;b&gt;never&lt;/b&gt; the thin one")
                .contains("<a href=\"https://example.com/ropes\">https://example.com/ropes</a>.")
                .contains("<p>1. is no list</p>")
                .contains("<p>Note: a == b</p>");
    }

    @Test
    void makes_lessons_of_notes() throws IOException {
        var into = folder.resolve("content");

        var code = run(into, file("notes.txt", NOTES));

        assertThat(code).as(printed()).isZero();
        var lessons = catalogue(into).lessons();
        assertThat(lessons).extracting(Lesson::title).containsExactly("Mooring \"well\"", "Empty");
        assertThat(lessons)
                .extracting(Lesson::id)
                .containsExactly("notes-mooring-well", "notes-empty");
        assertThat(lessons.getFirst().text())
                .contains("Important: never the thin one")
                .contains("https://example.com/ropes");
    }

    @Test
    void gives_what_check_accepts() throws IOException {
        var into = folder.resolve("content");
        run(into, file("notes.txt", NOTES), file("deck.txt", DECK));

        var code =
                new CheckCommand(new ContentReader())
                        .run(
                                new PrintStream(printed, true, StandardCharsets.UTF_8),
                                into,
                                folder.resolve("labs"));

        assertThat(code).as(printed()).isZero();
        assertThat(printed()).contains("2 courses, 3 lessons, 2 cards");
    }

    @Test
    void overwrites_nothing() throws IOException {
        var into = folder.resolve("content");
        var deck = file("deck.txt", DECK);
        run(into, deck);

        assertThat(run(into, deck)).isOne();
        assertThat(printed()).contains("is there already");
    }

    @Test
    void says_the_line_at_which_notes_stop_making_sense() throws IOException {
        var file = file("notes.txt", NOTES + "\nWhat is this?\n");

        assertThat(run(folder.resolve("content"), file)).isOne();
        assertThat(printed())
                .contains("notes.txt:11: expected a heading `== …`, a bullet `* …` or a link");
        assertThat(folder.resolve("content")).doesNotExist();
    }

    @Test
    void says_the_line_at_which_a_deck_stops_making_sense() throws IOException {
        var file = file("deck.txt", DECK + "A question without an answer\n");

        assertThat(run(folder.resolve("content"), file)).isOne();
        assertThat(printed()).contains("deck.txt:16: neither a heading");
    }

    @Test
    void refuses_a_file_that_is_neither() throws IOException {
        var file = file("letter.txt", "\nDear Idris,\n\nsee you.\n");

        assertThat(run(folder.resolve("content"), file)).isOne();
        assertThat(printed())
                .contains("letter.txt:3: expected a line `A:` after the question in line 2");
    }

    @Test
    void writes_all_files_or_none() throws IOException {
        var into = folder.resolve("content");

        assertThat(run(into, file("deck.txt", DECK), file("letter.txt", "Dear Idris"))).isOne();
        assertThat(into).doesNotExist();
    }

    @Test
    void imports_the_seeds() throws IOException {
        var seeds = Path.of("../../shared/seeds").toAbsolutePath().normalize();
        if (!Files.isDirectory(seeds)) {
            Assumptions.abort("there are no seeds beside this clone");
        }
        var into = folder.resolve("content");

        var code =
                run(
                        into,
                        seeds.resolve("000_bf121e00ce213429.txt"),
                        seeds.resolve("001_3e7bc9d54fe0739a.txt"));

        assertThat(code).as(printed()).isZero();
        assertThat(printed())
                .contains("21 headings, 142 bullets, 0 cards in, and as many out")
                .contains("0 headings, 224 bullets, 36 cards in, and as many out");
        assertThat(catalogue(into).cards()).hasSize(36);
    }
}

package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.ContentReader.Result;
import groundschool.importing.ImportCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/seeds.md, which says where everything went that the first notes and cards mentioned.
class SeedsMapTest {

    private static final Path MAP = Path.of("../docs/seeds.md");
    private static final Pattern ROW =
            Pattern.compile("\\| (H?\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\|");
    private static final Pattern STATED =
            Pattern.compile("has (\\d+) rows.*?(\\d+) headings, (\\d+) bullets and (\\d+) cards");
    private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern NAME = Pattern.compile("`(card|question) ([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[a-z0-9']+");
    private static final int RUN = 8;
    private static final int LONGEST_LABEL = 6;

    private String map;
    private List<Row> notes;
    private List<Row> cards;

    /// @param number with an `H` in front if it is that of a heading
    private record Row(String number, String label, String where, String corrected) {

        private static List<Row> of(String section) {
            return section.lines()
                    .map(ROW::matcher)
                    .filter(row -> row.matches())
                    .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                    .toList();
        }

        private boolean isHeading() {
            return number.startsWith("H");
        }
    }

    @BeforeEach
    void read_the_map() throws IOException {
        map = Files.readString(MAP);
        notes = Row.of(section("## The notes"));
        cards = Row.of(section("## The cards"));
    }

    private String section(String heading) {
        assertThat(map).containsOnlyOnce("\n" + heading + "\n");
        return map.split("\n" + heading + "\n", 2)[1].split("\n## ", 2)[0];
    }

    private List<Row> headings() {
        return notes.stream().filter(Row::isHeading).toList();
    }

    private List<Row> bullets() {
        return notes.stream().filter(Predicate.not(Row::isHeading)).toList();
    }

    private List<Row> all() {
        return Stream.concat(notes.stream(), cards.stream()).toList();
    }

    @Test
    void has_as_many_rows_as_it_says() {
        var stated = STATED.matcher(map);

        assertThat(stated.find()).isTrue();
        assertThat(all()).hasSize(Integer.parseInt(stated.group(1)));
        assertThat(headings()).hasSize(Integer.parseInt(stated.group(2)));
        assertThat(bullets()).hasSize(Integer.parseInt(stated.group(3)));
        assertThat(cards).hasSize(Integer.parseInt(stated.group(4)));
    }

    @Test
    void leaves_no_number_out() {
        assertThat(headings()).extracting(Row::number).isEqualTo(numbers("H", headings().size()));
        assertThat(bullets()).extracting(Row::number).isEqualTo(numbers("", bullets().size()));
        assertThat(cards).extracting(Row::number).isEqualTo(numbers("", cards.size()));
    }

    private static List<String> numbers(String before, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> before + number).toList();
    }

    @Test
    void names_a_place_in_every_row() {
        assertThat(all())
                .allSatisfy(row ->
                        assertThat(
                                        LINK.matcher(row.where()).find()
                                                || NAME.matcher(row.where()).find())
                                .as(row.number() + " " + row.label())
                                .isTrue());
    }

    @Test
    void links_to_files_that_exist() {
        assertThat(found(LINK).map(link -> link.group(1)).distinct())
                .isNotEmpty()
                .allSatisfy(link -> assertThat(MAP.resolveSibling(link).normalize()).exists());
    }

    @Test
    void names_cards_and_questions_that_exist() {
        var catalogue = catalogue();

        assertThat(found(NAME))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(isIn(catalogue, name.group(1), name.group(2)))
                                .as(name.group())
                                .isTrue());
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return all().stream().flatMap(row -> pattern.matcher(row.where()).results());
    }

    private static boolean isIn(Catalogue catalogue, String kind, String id) {
        return kind.equals("card")
                ? catalogue.card(id).isPresent()
                : catalogue.question(id).isPresent();
    }

    private static Catalogue catalogue() {
        return switch (new ContentReader().read(Path.of("../content"), Path.of("../labs"))) {
            case Result.Loaded(var catalogue, _) -> catalogue;
            case Result.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void keeps_its_labels_short() {
        assertThat(all())
                .allSatisfy(row ->
                        assertThat(row.label().split(" "))
                                .as(row.number())
                                .hasSizeLessThanOrEqualTo(LONGEST_LABEL));
    }

    @Test
    void has_a_row_for_each_part_of_the_seeds(@TempDir Path into) {
        var seeds = seeds();
        var printed = new ByteArrayOutputStream();

        new ImportCommand()
                .run(new PrintStream(printed, true, StandardCharsets.UTF_8), seeds, into);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        ": %d headings, %d bullets, 0 cards in,"
                                .formatted(headings().size(), bullets().size()))
                .contains(" bullets, %d cards in,".formatted(cards.size()));
    }

    @Test
    void says_everything_in_words_of_its_own() throws IOException {
        var runs = new HashSet<List<String>>();
        for (var seed : seeds()) {
            runs.addAll(runs(Files.readString(seed)));
        }

        assertThat(runs).isNotEmpty();
        assertThat(all())
                .allSatisfy(row ->
                        assertThat(runs(row.label() + "\n" + row.corrected()))
                                .as(row.number())
                                .doesNotContainAnyElementsOf(runs));
    }

    /// All sequences of eight words in a text.
    private static Set<List<String>> runs(String text) {
        var words = new ArrayList<String>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(words::add);
        var found = new HashSet<List<String>>();
        for (var end = RUN; end <= words.size(); end++) {
            found.add(List.copyOf(words.subList(end - RUN, end)));
        }
        return found;
    }

    private static List<Path> seeds() {
        var folder = Path.of("../../shared/seeds").toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("there are no seeds beside this clone");
        }
        return List.of(
                folder.resolve("000_bf121e00ce213429.txt"),
                folder.resolve("001_3e7bc9d54fe0739a.txt"));
    }
}

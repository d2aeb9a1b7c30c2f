package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabReaderTest {

    private static final String LAB =
            """
            ---
            title: Sail
            minutes: 20
            objectives: ["2.1.1"]
            services: [dynamodb]
            cards: [rope-count]
            variables: { table: "ferries-${random}" }
            ---

            A ferry leaves.

            ## Cast off

            Untie both ropes.

            ```check
            id: cast-off
            title: No rope is tied
            points: 100
            call: dynamodb DescribeTable
            input: { TableName: "${table}" }
            expect:
              Table.ItemCount: 0
              Table.TableName: { matches: "ferries-.*" }
            why: Ropes hold.
            ```
            """;

    @TempDir Path folder;
    CourseFixture course;

    @BeforeEach
    void write_the_lab() {
        course =
                new CourseFixture(folder)
                        .writeLab("lab.md", LAB)
                        .writeLab("solution.sh", "set -e\n# step: cast-off\naws untie\n")
                        .writeLab("wrong/cast-off.sh", "aws nothing\n")
                        .writeLab("starter/src/app.js", "// app\n");
    }

    @Test
    void reads_a_lab() {
        var lab = course.catalogue().lab("sail").orElseThrow();

        assertThat(lab.variables()).isEqualTo(Map.of("table", "ferries-${random}"));
        assertThat(lab.starter()).isEqualTo(Map.of("src/app.js", "// app\n"));
        assertThat(lab.solution().preamble()).isEqualTo("set -e\n");
        assertThat(lab.solution().steps()).isEqualTo(Map.of("cast-off", "aws untie\n"));
        assertThat(lab.wrong()).isEqualTo(Map.of("cast-off", "aws nothing\n"));
        assertThat(lab.step("cast-off").orElseThrow().body().html())
                .isEqualTo("<p>Untie both ropes.</p>");
    }

    @Test
    void a_lab_may_ask_for_awss_times() {
        assertThat(course.catalogue().lab("sail").orElseThrow().playedTimes()).isFalse();

        course.writeLab("lab.md", LAB.replace("minutes: 20", "minutes: 20\nplayedTimes: true"));

        assertThat(course.catalogue().lab("sail").orElseThrow().playedTimes()).isTrue();
    }

    @Test
    void keeps_the_fields_of_a_check_with_their_lines() {
        var check = course.catalogue().lab("sail").orElseThrow().check("cast-off").orElseThrow();

        assertThat(check.kind()).isEqualTo("call");
        assertThat(check.line()).isEqualTo(16);
        assertThat(check.lines()).containsEntry("call", 20);
        assertThat(check.fields())
                .containsEntry(
                        "expect",
                        Map.of(
                                "Table.ItemCount",
                                0L,
                                "Table.TableName",
                                Map.of("matches", "ferries-.*")));
        assertThat(check.problem("expect", "no").line()).isEqualTo(22);
    }

    @Test
    void wants_points_that_sum_to_100() {
        course.writeLab("lab.md", LAB.replace("points: 100", "points: 90"));

        assertThat(course.problems())
                .containsExactly("lab.md:2: the points of the checks sum to 90, not to 100");
    }

    @Test
    void wants_exactly_one_kind() {
        course.writeLab("lab.md", LAB.replace("why: Ropes hold.", "ledger: dynamodb Scan"));

        assertThat(course.problems())
                .containsExactly(
                        "lab.md:16: a check has exactly one of the keys call, invoke, http, ledger, answer; this has call and ledger");
    }

    @Test
    void wants_a_wrong_solution_for_each_check_and_none_for_nothing() {
        course.writeLab("lab.md", LAB.replace("id: cast-off", "id: untied"));

        assertThat(course.problems())
                .containsExactly(
                        "lab.md:16: the check `untied` has no wrong solution: write wrong/untied.sh, which must fail it",
                        "wrong/cast-off.sh:1: there is no check of this name in lab.md");
    }

    @Test
    void wants_each_step_marked_in_the_solution() {
        course.writeLab("solution.sh", "# step: cast-of\naws untie\n");

        assertThat(course.problems())
                .containsExactly(
                        "solution.sh:1: lab.md has no step `cast-of`; its steps are cast-off",
                        "solution.sh:1: the step `cast-off` has no mark: write `# step: cast-off`");
    }

    @Test
    void wants_cards_that_exist() {
        course.writeLab("lab.md", LAB.replace("rope-count", "no-such-card"));

        assertThat(course.problems()).containsExactly("lab.md:6: there is no card `no-such-card`");
    }
}

package groundschool.content;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.ContentReader.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentReaderTest {

    @TempDir Path folder;
    CourseFixture course;

    @BeforeEach
    void write_the_course() {
        course = new CourseFixture(folder);
    }

    @Test
    void reads_a_course() {
        var catalogue = course.catalogue();

        assertThat(catalogue.course("ferries")).map(Course::title).contains("Ferries");
        assertThat(catalogue.unit("harbour")).map(Unit::title).contains("In the harbour");
        var lesson = catalogue.lesson("mooring").orElseThrow();
        assertThat(lesson.time()).isEqualTo(Duration.ofMinutes(5));
        assertThat(lesson.headings())
                .extracting(Heading::anchor)
                .containsExactly("ropes", "sources");
        assertThat(lesson.sources())
                .containsExactly(new Source("Ropes", "https://example.com/ropes"));
        assertThat(catalogue.lessonOf("which-rope")).contains(lesson);
        assertThat(catalogue.courseOf("mooring")).isEqualTo(catalogue.course("ferries"));
    }

    @Test
    void gives_a_card_its_lessons_first_objective() {
        assertThat(course.catalogue().card("rope-count").orElseThrow().objective())
                .contains("1.1.1");
    }

    @Test
    void reads_a_single_course_too() {
        var result = new ContentReader().read(course.content.resolve("ferries"), course.labs);

        assertThat(result).isInstanceOf(Result.Loaded.class);
    }

    @Test
    void knows_the_neighbours_of_a_lesson() {
        course.write(
                "01-harbour/02-sailing.md",
                CourseFixture.LESSON.replace("mooring", "sailing").replace("Mooring", "Sailing"));
        var catalogue = course.catalogue();
        var mooring = catalogue.lesson("mooring").orElseThrow();
        var sailing = catalogue.lesson("sailing").orElseThrow();

        assertThat(catalogue.next(mooring)).contains(sailing);
        assertThat(catalogue.previous(sailing)).contains(mooring);
        assertThat(catalogue.previous(mooring)).isEmpty();
        assertThat(catalogue.next(sailing)).isEmpty();
    }

    @Test
    void finds_words_but_not_the_answers_of_questions() {
        var catalogue = course.catalogue();

        assertThat(catalogue.search("rope first", 10))
                .extracting(Passage::id)
                .containsExactly("which-rope");
        assertThat(catalogue.search("ROPES tied", 10))
                .extracting(Passage::id)
                .containsExactly("mooring");
        assertThat(catalogue.search("thin", 10)).isEmpty();
        assertThat(catalogue.search("  ", 10)).isEmpty();
    }

    @Test
    void reports_every_mistake_of_all_files_in_one_run() {
        course.lessonWith("[gone](02-gone.md)")
                .write("01-harbour/01-mooring.cards.md", "## No id\n\nBack\n")
                .write("01-harbour/unit.md", "---\nid: harbour\n---\n");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.cards.md:1: the card has no id: write {#its-id} behind its heading",
                        "01-harbour/01-mooring.cards.md:1: note: the card has no source: `Source: [title](https://…)`",
                        "01-harbour/01-mooring.md:12: the link leads nowhere: there is no lesson `02-gone.md`",
                        "01-harbour/unit.md:2: `title:` is missing");
    }

    @Test
    void never_loads_half_a_course() {
        course.write("01-harbour/01-mooring.cards.md", "nonsense");

        assertThat(course.read()).isInstanceOf(Result.Refused.class);
    }

    @Test
    void refuses_a_second_use_of_an_id_whatever_its_kind() {
        course.write(
                "01-harbour/01-mooring.cards.md",
                CourseFixture.CARDS.replace("rope-count", "which-rope"));

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.questions.md:1: the id `which-rope` is taken by the card at "
                                + course.content
                                        .resolve("ferries/01-harbour/01-mooring.cards.md")
                                        .toString()
                                        .replace(course.content.resolve("ferries") + "/", "")
                                + ":1: give this question another");
    }

    @Test
    void refuses_an_objective_that_the_course_does_not_list() {
        course.write(
                "01-harbour/01-mooring.md",
                CourseFixture.LESSON.replace("\"1.1.1\"", "\"1.1.1\", \"9.9.9\""));

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:5: objective 9.9.9 is not in the blueprint of the course: add it to course.md or take another");
    }

    @Test
    void refuses_a_link_to_a_heading_that_is_not_there() {
        course.lessonWith("[here](#ropes) [there](#sails) [other](01-mooring.md#masts)");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:12: the link leads nowhere: this page has no heading #masts",
                        "01-harbour/01-mooring.md:12: the link leads nowhere: this page has no heading #sails");
    }

    @Test
    void says_the_line_of_a_mistake_in_front_matter() {
        course.write(
                "01-harbour/01-mooring.md",
                CourseFixture.LESSON.replace("minutes: 5", "minutes: five\ncolour: red"));

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:4: `minutes:` must be a whole number from 1 to 600",
                        "01-harbour/01-mooring.md:5: there is no `colour:` here; known are id, title, minutes, objectives");
    }

    @Test
    void says_the_line_where_yaml_ends_to_be_yaml() {
        course.write(
                "01-harbour/01-mooring.md",
                CourseFixture.LESSON.replace("title: Mooring", "title: [Mooring"));

        assertThat(course.problems()).hasSize(1);
        assertThat(course.problems().getFirst())
                .startsWith("01-harbour/01-mooring.md:4: this is not YAML: ");
    }

    @Test
    void takes_a_draft_without_sources_and_objectives_with_notes() {
        course.write("course.md", "---\nid: ferries\ntitle: Ferries\ndraft: true\n---\n")
                .write(
                        "01-harbour/01-mooring.md",
                        "---\nid: mooring\ntitle: Mooring\nminutes: 5\n---\n\nText.\n")
                .write(
                        "01-harbour/01-mooring.questions.md",
                        CourseFixture.QUESTION
                                .replace(" objective=1.1.1", "")
                                .replaceAll("Source:.*", ""));

        assertThat(course.read()).isInstanceOf(Result.Loaded.class);
        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/01-mooring.md:1: note: the lesson has no sources: end it with `## Sources` and a list of links",
                        "01-harbour/01-mooring.md:2: note: the lesson has no objectives: list skills, such as objectives: [\"1.2.3\"]",
                        "01-harbour/01-mooring.questions.md:1: note: the question has no objective: write objective=1.2.3 behind its id",
                        "01-harbour/01-mooring.questions.md:1: note: the question has no source: end it with `Source: [title](https://…)`");
    }

    @Test
    void says_what_an_exam_lacks_before_it_can_be_started() {
        course.write(
                "exams/fry.md",
                "---\nid: fry\ntitle: Practice\nblueprint: course\nquestions: 4\nminutes: 10\n---\n");

        assertThat(course.problems())
                .containsExactly(
                        "exams/fry.md:5: note: the exam cannot be started yet: it needs 1 more question in domain 2",
                        "exams/fry.md:5: note: the exam cannot be started yet: it needs 2 more questions in domain 1");
        var exam = course.catalogue().exam("fry").orElseThrow();
        assertThat(exam.canBeStarted()).isFalse();
        assertThat(exam.shortages())
                .containsExactly(
                        "needs 2 more questions in domain 1", "needs 1 more question in domain 2");
        assertThat(exam.pass()).isEqualTo(700);
    }

    @Test
    void draws_from_the_lessons_that_an_exam_names() {
        course.write(
                "exams/first.md",
                "---\nid: first\ntitle: First\nquestions: 1\nminutes: 2\nlessons: [mooring]\nkinds: [choice]\n---\n");

        var exam = course.catalogue().exam("first").orElseThrow();

        assertThat(exam.canBeStarted()).isTrue();
        assertThat(exam.draws().getFirst().pool()).isEqualTo(List.of("which-rope"));
    }

    @Test
    void refuses_a_file_that_is_not_utf_8() throws IOException {
        Files.write(
                course.content.resolve("ferries/01-harbour/unit.md"),
                new byte[] {'-', '\n', 'a', '\n', (byte) 0xe9, '\n'});

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/unit.md:3: the file is not UTF-8 from this line on: save it as UTF-8");
    }

    @Test
    void refuses_a_file_that_is_nested_without_end() {
        course.lessonWith(">".repeat(20_000) + " deep")
                .write("01-harbour/unit.md", "---\n" + "a\n".repeat(200_000));

        assertThat(course.problems())
                .contains(
                        "01-harbour/01-mooring.md:1: the file is nested too deeply to be read",
                        "01-harbour/unit.md:1: the file must begin with `---`, keys such as `id:` and `title:`, and `---`");
    }

    @Test
    void refuses_a_file_that_is_too_large() {
        course.write("01-harbour/unit.md", "x".repeat(1_000_001));

        assertThat(course.problems())
                .containsExactly("01-harbour/unit.md:1: the file is larger than 1 MB: split it");
    }

    @Test
    void refuses_a_link_out_of_the_folder() throws IOException {
        var outside = Files.writeString(folder.resolve("secret.md"), "secret");
        Files.createSymbolicLink(
                course.content.resolve("ferries/01-harbour/02-secret.md"), outside);

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/02-secret.md:1: this link leads out of the folder: copy the file here");
    }

    @Test
    void refuses_what_stands_in_no_place() {
        course.write("01-harbour/deep/er.md", "").write("01-harbour/02-lost.cards.md", "");

        assertThat(course.problems())
                .containsExactly(
                        "01-harbour/02-lost.cards.md:1: its lesson is missing: there is no 02-lost.md",
                        "01-harbour/deep/er.md:1: nothing is read from this place: lessons stand in <course>/<unit>/, exams in <course>/exams/");
    }

    @Test
    void says_that_a_folder_is_not_there() {
        var result = new ContentReader().read(folder.resolve("nowhere"), course.labs);

        assertThat(result.problems())
                .extracting(Problem::message)
                .containsExactly("this folder cannot be read: it is not there");
    }

    @Test
    void refuses_a_blueprint_that_does_not_sum_up() {
        course.write("course.md", CourseFixture.COURSE.replace("weight: 60", "weight: 50"));

        assertThat(course.problems())
                .containsExactly("course.md:5: the weights of the domains sum to 90, not to 100");
    }

    @Test
    void asks_the_rules_of_other_packages() {
        var reader =
                new ContentReader(catalogue ->
                        List.of(
                                new Problem(
                                        Path.of("lab.md"),
                                        7,
                                        Problem.Severity.PROBLEM,
                                        "%d lessons".formatted(catalogue.lessons().size()))));

        assertThat(reader.read(course.content, course.labs).problems())
                .extracting(Problem::toString)
                .containsExactly("lab.md:7: 1 lessons");
    }
}

package groundschool.content;

import groundschool.question.Question;
import groundschool.question.QuestionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How much there is of what in a course: by unit, by domain, and how often its practice exams can
/// be sat without a question coming twice.
final class Totals {

    private static final List<String> KINDS =
            Arrays.stream(QuestionKind.values()).map(QuestionKind::word).toList();

    private final Course course;

    private record Row(String name, List<Long> numbers) {}

    Totals(Course course) {
        this.course = course;
    }

    /// The tables, line by line.
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s: %s".formatted(course.id(), course.title()));
        lines.addAll(table("unit", headings("lessons", "cards"), units()));
        course.blueprint()
                .ifPresent(blueprint ->
                        lines.addAll(
                                table("domain", headings("skills", "cards"), domains(blueprint))));
        for (var exam : course.exams()) {
            lines.add("  %s: %s".formatted(exam.title(), forms(exam)));
        }
        return lines;
    }

    private static List<String> headings(String... first) {
        return Stream.concat(Stream.of(first), KINDS.stream()).toList();
    }

    private List<Row> units() {
        return course.units().stream()
                .map(unit -> {
                    var lessons = unit.lessons();
                    var cards = lessons.stream().mapToLong(it -> it.cards().size()).sum();
                    var questions = lessons.stream().flatMap(it -> it.questions().stream());
                    return row(unit.title(), lessons.size(), cards, questions.toList());
                })
                .toList();
    }

    private List<Row> domains(Blueprint blueprint) {
        return blueprint.domains().stream()
                .map(domain -> {
                    var skills = domain.tasks().stream().mapToLong(it -> it.skills().size()).sum();
                    var cards =
                            course.lessons()
                                    .flatMap(it -> it.cards().stream())
                                    .filter(it -> isOf(domain, it.objective(), blueprint))
                                    .count();
                    var questions =
                            course.lessons()
                                    .flatMap(it -> it.questions().stream())
                                    .filter(it ->
                                            isOf(domain, it.details().objective(), blueprint));
                    return row(
                            domain.id() + " " + domain.title(), skills, cards, questions.toList());
                })
                .toList();
    }

    private static boolean isOf(
            Blueprint.Domain domain, Optional<String> objective, Blueprint blueprint) {
        return objective.flatMap(blueprint::domainOf).filter(domain::equals).isPresent();
    }

    private static Row row(String name, long first, long cards, List<Question> questions) {
        var byKind =
                Arrays.stream(QuestionKind.values())
                        .mapToLong(
                                kind -> questions.stream().filter(it -> it.kind() == kind).count());
        return new Row(
                name, LongStream.concat(LongStream.of(first, cards), byKind).boxed().toList());
    }

    private static List<String> table(String what, List<String> headings, List<Row> rows) {
        var sums =
                IntStream.range(0, headings.size())
                        .mapToObj(at -> rows.stream().mapToLong(it -> it.numbers().get(at)).sum())
                        .toList();
        var all = new ArrayList<>(rows);
        all.add(new Row("all", sums));
        var width = all.stream().mapToInt(it -> it.name().length()).max().orElse(0);
        var lines = new ArrayList<String>();
        lines.add("  %s  %s".formatted(padded(what, width), String.join("  ", headings)));
        for (var row : all) {
            var line = new StringBuilder("  " + padded(row.name(), width));
            for (var at = 0; at < headings.size(); at++) {
                var columns = headings.get(at).length() + 2;
                line.append(("%" + columns + "d").formatted(row.numbers().get(at)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String forms(Exam exam) {
        var forms = exam.disjointForms();
        var scarcest =
                exam.draws().stream()
                        .filter(draw -> draw.disjoint() == forms)
                        .flatMap(draw -> draw.domainId().stream())
                        .toList();
        return "%d disjoint %s could be drawn%s"
                .formatted(
                        forms,
                        forms == 1 ? "form" : "forms",
                        scarcest.isEmpty()
                                ? ""
                                : ", as far as the questions of domain %s go"
                                        .formatted(String.join(" and ", scarcest)));
    }
}

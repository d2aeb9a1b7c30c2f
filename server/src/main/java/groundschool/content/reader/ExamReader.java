package groundschool.content.reader;

import groundschool.content.Prose;
import groundschool.content.markdown.Page;
import groundschool.content.yaml.Fields;
import groundschool.question.QuestionKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads an exam's file.
final class ExamReader {

    private ExamReader() {}

    /// An exam as its file describes it, before it knows the questions that there are.
    ///
    /// @param byBlueprint whether it asks as many questions of each domain as the course's exam
    /// @param pass absent for the course's
    /// @param lessons what it draws from, all lessons if it names none
    /// @param line where problems of the whole exam are reported
    record Plan(
            String id,
            String title,
            Prose introduction,
            int questions,
            int scored,
            Duration time,
            Optional<Integer> pass,
            boolean byBlueprint,
            List<String> lessons,
            List<String> units,
            Set<QuestionKind> kinds,
            int line) {}

    static Parsed<Plan> read(Page page) {
        var frontMatter = FrontMatter.of(page);
        if (frontMatter.isEmpty()) {
            return Parsed.nothing(page.report());
        }
        var fields = frontMatter.get();
        var id = fields.id("id");
        var questions = fields.number("questions", 1, 500);
        var plan =
                new Plan(
                        id,
                        fields.text("title"),
                        page.prose(page.blocks()),
                        questions,
                        fields.numberIfAny("scored", 1, questions).orElse(questions),
                        fields.minutes(),
                        fields.numberIfAny("pass", 0, 10_000),
                        byBlueprint(fields, page),
                        fields.texts("lessons"),
                        fields.texts("units"),
                        kinds(fields, page),
                        fields.line("questions"));
        checkDraws(fields, plan, page);
        fields.finish();
        var lessons =
                plan.lessons().stream()
                        .map(it -> new Parsed.Mention("lesson", it, fields.line("lessons")));
        var units =
                plan.units().stream()
                        .map(it -> new Parsed.Mention("unit", it, fields.line("units")));
        return Parsed.of(
                page,
                Optional.of(plan),
                List.of(new Parsed.Named("exam", id, fields.line("id"))),
                java.util.stream.Stream.concat(lessons, units).toList());
    }

    private static boolean byBlueprint(Fields fields, Page page) {
        var blueprint = fields.textIfAny("blueprint");
        if (blueprint.isPresent() && !blueprint.get().equals("course")) {
            page.report()
                    .problem(
                            fields.line("blueprint"),
                            "`blueprint: course` is the only one; leave it out to draw from all domains alike");
        }
        return blueprint.isPresent();
    }

    /// `draws` says in a word what the lists say in full.
    private static void checkDraws(Fields fields, Plan plan, Page page) {
        var isOfAll = plan.lessons().isEmpty() && plan.units().isEmpty();
        var draws = fields.textIfAny("draws").orElse(isOfAll ? "course" : "lessons");
        var fits =
                switch (draws) {
                    case "course" -> isOfAll;
                    case "lessons" -> !plan.lessons().isEmpty();
                    case "units" -> !plan.units().isEmpty();
                    default -> false;
                };
        if (!fits && !(draws.equals("lessons") && !plan.units().isEmpty())) {
            page.report()
                    .problem(
                            fields.line("draws"),
                            "`draws:` is course, or lessons with a list `lessons:`, or units with a list `units:`");
        }
    }

    private static Set<QuestionKind> kinds(Fields fields, Page page) {
        var kinds = EnumSet.noneOf(QuestionKind.class);
        for (var word : fields.texts("kinds")) {
            var kind =
                    Arrays.stream(QuestionKind.values())
                            .filter(it -> it.word().equals(word))
                            .findFirst();
            kind.ifPresent(kinds::add);
            if (kind.isEmpty()) {
                page.report()
                        .problem(
                                fields.line("kinds"),
                                "there is no kind `%s`; known are %s"
                                        .formatted(
                                                word,
                                                Arrays.stream(QuestionKind.values())
                                                        .map(QuestionKind::word)
                                                        .collect(Collectors.joining(", "))));
            }
        }
        return kinds.isEmpty() ? EnumSet.allOf(QuestionKind.class) : kinds;
    }
}

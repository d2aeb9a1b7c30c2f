package groundschool.content.reader;

import groundschool.content.Blueprint;
import groundschool.content.Course;
import groundschool.content.Handbook;
import groundschool.content.Origins;
import groundschool.content.Report;
import groundschool.content.markdown.Page;
import groundschool.content.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `course.md`: the blueprint of the exam, and the introduction.
final class CourseReader {

    private final Report report;
    private final String courseId;
    private final List<Parsed.Named> named = new ArrayList<>();

    private CourseReader(Report report, String courseId, int line) {
        this.report = report;
        this.courseId = courseId;
        named.add(new Parsed.Named("course", courseId, line));
    }

    static Parsed<Course> read(Page page) {
        var frontMatter = FrontMatter.of(page);
        if (frontMatter.isEmpty()) {
            return Parsed.nothing(page.report());
        }
        var fields = frontMatter.get();
        var id = fields.id("id");
        var reader = new CourseReader(page.report(), id, fields.line("id"));
        var course =
                new Course(
                        id,
                        fields.text("title"),
                        fields.flag("draft"),
                        reader.blueprint(fields),
                        page.prose(page.blocks()),
                        List.of(),
                        List.of(),
                        Handbook.NONE);
        fields.finish();
        return Parsed.of(page, Optional.of(course), reader.named, List.of());
    }

    private Optional<Blueprint> blueprint(Fields course) {
        var domains = course.children("domains").stream().map(this::domain).toList();
        var exam = course.child("exam");
        if (exam.isEmpty() && !domains.isEmpty()) {
            report.problem(
                    course.line("domains"),
                    "domains belong to an exam: write `exam: {code: …, questions: …}` above them");
        }
        return exam.map(it -> blueprint(it, domains, course.line("domains")));
    }

    private Blueprint blueprint(Fields exam, List<Blueprint.Domain> domains, int domainsLine) {
        var blueprint =
                new Blueprint(
                        exam.text("code"),
                        exam.number("questions", 1, 500),
                        exam.number("scored", 1, 500),
                        exam.minutes(),
                        exam.number("pass", 0, 10_000),
                        exam.child("scale").map(this::scale).orElse(new Blueprint.Scale(0, 100)),
                        domains);
        exam.finish();
        sum("weights", domains.stream().mapToInt(it -> it.weight()).sum(), 100, domainsLine);
        sum(
                "scored questions",
                domains.stream().mapToInt(it -> it.scored()).sum(),
                blueprint.scored(),
                domainsLine);
        sum(
                "scored and unscored questions",
                domains.stream().mapToInt(it -> it.questions()).sum(),
                blueprint.questions(),
                domainsLine);
        if (blueprint.pass() < blueprint.scale().from()
                || blueprint.pass() > blueprint.scale().to()) {
            report.problem(exam.line("pass"), "the pass mark is not on the scale");
        }
        return blueprint;
    }

    private void sum(String what, int found, int expected, int line) {
        if (found != expected) {
            report.problem(
                    line,
                    "the %s of the domains sum to %d, not to %d".formatted(what, found, expected));
        }
    }

    private Blueprint.Scale scale(Fields scale) {
        var both =
                new Blueprint.Scale(scale.number("from", 0, 10_000), scale.number("to", 1, 10_000));
        scale.finish();
        if (both.from() >= both.to()) {
            report.problem(scale.line("to"), "the scale must end above its beginning");
        }
        return both;
    }

    private Blueprint.Domain domain(Fields domain) {
        var read =
                new Blueprint.Domain(
                        domain.text("id"),
                        domain.text("title"),
                        domain.number("weight", 0, 100),
                        domain.number("scored", 0, 500),
                        domain.numberIfAny("unscored", 0, 500).orElse(0),
                        domain.children("tasks").stream().map(this::task).toList());
        domain.finish();
        return read;
    }

    private Blueprint.Task task(Fields task) {
        var read =
                new Blueprint.Task(
                        task.text("id"),
                        task.text("title"),
                        task.children("skills").stream().map(this::skill).toList());
        task.finish();
        return read;
    }

    private Blueprint.Skill skill(Fields skill) {
        var read = new Blueprint.Skill(skill.text("id"), skill.text("title"));
        skill.finish();
        if (!read.id().isEmpty()) {
            named.add(
                    new Parsed.Named(
                            "skill", Origins.skill(courseId, read.id()), skill.line("id")));
        }
        return read;
    }
}

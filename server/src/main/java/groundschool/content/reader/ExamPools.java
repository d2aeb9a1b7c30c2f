package groundschool.content.reader;

import groundschool.content.Blueprint;
import groundschool.content.Course;
import groundschool.content.Exam;
import groundschool.content.Problem;
import groundschool.content.Unit;
import groundschool.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the questions that the exams of a course can draw.
final class ExamPools {

    /// The exams, and what is to be said about them.
    record Exams(List<Exam> exams, List<Problem> problems) {}

    private final Course course;
    private final List<Unit> units;

    /// The domain of each skill, by the skill's id.
    private final Map<String, Blueprint.Domain> domains;

    private final List<Problem> problems = new ArrayList<>();

    ExamPools(Course course, List<Unit> units) {
        this.course = course;
        this.units = units;
        this.domains = course.blueprint().map(Blueprint::domainsOfSkills).orElse(Map.of());
    }

    Exams exams(List<Parsed<ExamReader.Plan>> plans) {
        var exams = new ArrayList<Exam>();
        for (var parsed : plans) {
            parsed.value().ifPresent(plan -> exams.add(exam(parsed, plan)));
        }
        return new Exams(List.copyOf(exams), List.copyOf(problems));
    }

    private Exam exam(Parsed<ExamReader.Plan> parsed, ExamReader.Plan plan) {
        var pass = plan.pass().or(() -> course.blueprint().map(Blueprint::pass));
        if (course.blueprint().isEmpty()) {
            report(
                    parsed,
                    plan,
                    Problem.Severity.PROBLEM,
                    "a practice exam needs `exam:` and `domains:` in course.md, which say how its result is told");
        }
        var exam =
                new Exam(
                        plan.id(),
                        plan.title(),
                        course.id(),
                        plan.introduction(),
                        plan.time(),
                        pass.orElse(0),
                        plan.kinds(),
                        draws(parsed, plan));
        for (var shortage : exam.shortages()) {
            report(
                    parsed,
                    plan,
                    Problem.Severity.NOTE,
                    "the exam cannot be started yet: it " + shortage);
        }
        return exam;
    }

    private List<Exam.Draw> draws(Parsed<ExamReader.Plan> parsed, ExamReader.Plan plan) {
        var pool = pool(plan);
        if (!plan.byBlueprint()) {
            var ids = pool.stream().map(Question::id).toList();
            return List.of(
                    new Exam.Draw(
                            Optional.empty(),
                            plan.scored(),
                            plan.questions() - plan.scored(),
                            ids));
        }
        if (course.blueprint().isEmpty()) {
            report(
                    parsed,
                    plan,
                    Problem.Severity.PROBLEM,
                    "the course has no blueprint: leave `blueprint:` out");
            return List.of();
        }
        var blueprint = course.blueprint().get();
        if (blueprint.questions() != plan.questions()) {
            report(
                    parsed,
                    plan,
                    Problem.Severity.PROBLEM,
                    "the course's blueprint has %d questions, not %d"
                            .formatted(blueprint.questions(), plan.questions()));
        }
        return blueprint.domains().stream()
                .map(domain ->
                        new Exam.Draw(
                                Optional.of(domain.id()),
                                domain.scored(),
                                domain.unscored(),
                                ofDomain(domain, pool)))
                .toList();
    }

    private List<Question> pool(ExamReader.Plan plan) {
        var isOfAll = plan.lessons().isEmpty() && plan.units().isEmpty();
        return units.stream()
                .flatMap(unit ->
                        unit.lessons().stream()
                                .filter(lesson ->
                                        isOfAll
                                                || plan.units().contains(unit.id())
                                                || plan.lessons().contains(lesson.id())))
                .flatMap(lesson -> lesson.questions().stream())
                .filter(question -> plan.kinds().contains(question.kind()))
                .filter(this::hasDomain)
                .toList();
    }

    /// A result is told by domain, so an exam of a course with domains asks nothing without one.
    private boolean hasDomain(Question question) {
        return course.blueprint().isEmpty() || domainOf(question).isPresent();
    }

    private Optional<Blueprint.Domain> domainOf(Question question) {
        return question.details().objective().map(domains::get);
    }

    private List<String> ofDomain(Blueprint.Domain domain, List<Question> pool) {
        return pool.stream()
                .filter(question ->
                        domainOf(question)
                                .filter(found -> found.id().equals(domain.id()))
                                .isPresent())
                .map(Question::id)
                .toList();
    }

    private void report(
            Parsed<ExamReader.Plan> parsed,
            ExamReader.Plan plan,
            Problem.Severity severity,
            String message) {
        problems.add(new Problem(parsed.file(), plan.line(), severity, message));
    }
}

package groundschool.content.rule;

import groundschool.content.Blueprint;
import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Course;
import groundschool.content.Lesson;
import groundschool.content.Origins;
import groundschool.content.Problem;
import groundschool.question.Question;
import groundschool.question.QuestionKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Each objective of a course's blueprint is taught, drilled and asked.
///
/// As long as a course is unfinished this is only worth knowing.
public final class ObjectiveCoverage implements ContentReader.Rule {

    /// The kinds that the real exam asks.
    static final Set<QuestionKind> EXAM_KINDS =
            EnumSet.of(QuestionKind.CHOICE, QuestionKind.MULTIPLE_RESPONSE);

    private static final int LEAST_LESSONS = 1;
    private static final int LEAST_CARDS = 4;
    private static final int LEAST_QUESTIONS = 3;

    @Override
    public List<Problem> problemsOf(Catalogue catalogue) {
        var problems = new ArrayList<Problem>();
        for (var course : catalogue.courses()) {
            for (var skill : course.blueprint().stream().flatMap(Blueprint::skills).toList()) {
                var place = catalogue.origins().of(Origins.skill(course.id(), skill.id()));
                place.flatMap(it ->
                                lack(course, skill).map(lack -> it.problemIfFinished(course, lack)))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<String> lack(Course course, Blueprint.Skill skill) {
        var lessons = course.lessons().filter(it -> it.objectives().contains(skill.id())).count();
        var cards =
                course.lessons()
                        .flatMap(lesson -> lesson.cards().stream())
                        .map(Card::objective)
                        .filter(Optional.of(skill.id())::equals)
                        .count();
        var questions =
                course.lessons()
                        .map(Lesson::questions)
                        .flatMap(List::stream)
                        .filter(it -> EXAM_KINDS.contains(it.kind()))
                        .filter(it -> asks(it, skill))
                        .count();
        if (lessons >= LEAST_LESSONS && cards >= LEAST_CARDS && questions >= LEAST_QUESTIONS) {
            return Optional.empty();
        }
        return Optional.of(
                "objective %s has %s, %s and %s of the exam's kinds: it needs at least %d, %d and %d"
                        .formatted(
                                skill.id(),
                                count(lessons, "lesson"),
                                count(cards, "card"),
                                count(questions, "question"),
                                LEAST_LESSONS,
                                LEAST_CARDS,
                                LEAST_QUESTIONS));
    }

    private static boolean asks(Question question, Blueprint.Skill skill) {
        return question.details().objective().filter(skill.id()::equals).isPresent();
    }

    private static String count(long number, String what) {
        return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }
}

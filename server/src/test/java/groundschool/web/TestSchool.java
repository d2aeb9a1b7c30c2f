package groundschool.web;

import groundschool.content.Blueprint;
import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Exam;
import groundschool.content.Handbook;
import groundschool.content.Lesson;
import groundschool.content.Prose;
import groundschool.content.Unit;
import groundschool.question.Choice;
import groundschool.question.Details;
import groundschool.question.Matching;
import groundschool.question.MultipleResponse;
import groundschool.question.Number;
import groundschool.question.Option;
import groundschool.question.Ordering;
import groundschool.question.Question;
import groundschool.question.QuestionKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A small course about sailing with two domains, cards, a question of each kind, an exam that can
/// be sat, and one that lacks questions.
public final class TestSchool {

    private TestSchool() {}

    /// All of it.
    public static Catalogue sailing() {
        return sailing(List.of(knots(), tides()), List.of(harbour(), ocean()));
    }

    /// The course with other lessons and exams.
    public static Catalogue sailing(List<Lesson> lessons, List<Exam> exams) {
        var unit = new Unit("ashore", "Ashore", "Before the first trip.", Prose.EMPTY, lessons);
        var course =
                new Course(
                        "sailing",
                        "Sailing",
                        false,
                        Optional.of(blueprint()),
                        Prose.EMPTY,
                        List.of(unit),
                        exams,
                        Handbook.NONE);
        return new Catalogue(List.of(course), List.of(), Map.of());
    }

    /// Five questions in thirty minutes: three of domain 1, of which one does not count, and both
    /// of domain 2.
    public static Exam harbour() {
        return exam(
                "harbour",
                "Harbour exam",
                List.of(
                        new Exam.Draw(
                                Optional.of("1"),
                                2,
                                1,
                                List.of("snug-loop", "two-that-hold", "tie-up")),
                        new Exam.Draw(Optional.of("2"), 2, 0, List.of("who-pulls", "twelfths"))));
    }

    /// Six questions of domain 2, which has two.
    public static Exam ocean() {
        return exam(
                "ocean",
                "Ocean exam",
                List.of(new Exam.Draw(Optional.of("2"), 6, 0, List.of("who-pulls", "twelfths"))));
    }

    private static Exam exam(String id, String title, List<Exam.Draw> draws) {
        return new Exam(
                id,
                title,
                "sailing",
                prose("All of it counts."),
                Duration.ofMinutes(30),
                700,
                EnumSet.allOf(QuestionKind.class),
                draws);
    }

    /// The scale and the domains of the exam.
    public static Blueprint blueprint() {
        return new Blueprint(
                "SAIL-1",
                5,
                4,
                Duration.ofMinutes(30),
                700,
                new Blueprint.Scale(100, 1000),
                List.of(
                        domain("1", "Ropes", "1.1.1", "Tie a boat up"),
                        domain("2", "Water", "2.1.1", "Know the tide")));
    }

    private static Blueprint.Domain domain(String id, String title, String skill, String words) {
        var task = new Blueprint.Task(id + ".1", title, List.of(new Blueprint.Skill(skill, words)));
        return new Blueprint.Domain(id, title, 50, 2, 0, List.of(task));
    }

    /// A lesson of domain 1 with three kinds of question, a card, and one that is asked both ways.
    public static Lesson knots() {
        return lesson(
                "knots",
                "Knots",
                "1.1.1",
                List.of(
                        card("bowline", "The loop that never slips?", "The bowline.", false),
                        card("cleat", "Where a line is made fast", "The cleat", true)),
                List.of(choice(), several(), ordering()));
    }

    /// A lesson of domain 2 with the other two kinds.
    public static Lesson tides() {
        return lesson(
                "tides",
                "Tides",
                "2.1.1",
                List.of(card("springs", "When are springs?", "At full and new moon.", false)),
                List.of(matching(), number()));
    }

    private static Lesson lesson(
            String id, String title, String skill, List<Card> cards, List<Question> questions) {
        return new Lesson(
                id,
                title,
                Duration.ofMinutes(10),
                List.of(skill),
                List.of(new Lesson.Part.Text("<p>Text.</p>")),
                "Text.",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                cards,
                questions);
    }

    private static Card card(String id, String front, String back, boolean reversed) {
        return new Card(
                id,
                prose(front),
                prose(back),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                reversed,
                false);
    }

    /// Right: `bowline`.
    public static Choice choice() {
        return new Choice(
                details("snug-loop", "1.1.1"),
                List.of(
                        option("bowline", "A bowline"),
                        option("granny", "A granny knot"),
                        option("slip", "A slip knot")),
                "bowline");
    }

    /// Right: `cleat` and `bollard`.
    public static MultipleResponse several() {
        return new MultipleResponse(
                details("two-that-hold", "1.1.1"),
                List.of(
                        option("cleat", "A cleat"),
                        option("bollard", "A bollard"),
                        option("gull", "A gull")),
                Set.of("cleat", "bollard"));
    }

    /// Right: `throw`, `loop`, `pull`.
    public static Ordering ordering() {
        return new Ordering(
                details("tie-up", "1.1.1"),
                List.of(
                        new Ordering.Item("throw", prose("Throw the line")),
                        new Ordering.Item("loop", prose("Loop it")),
                        new Ordering.Item("pull", prose("Pull it tight"))));
    }

    /// Right: 1 moon, 2 wind, 3 moon.
    public static Matching matching() {
        var moon = new Matching.Choosable("moon", prose("the moon"));
        var wind = new Matching.Choosable("wind", prose("the wind"));
        return new Matching(
                details("who-pulls", "2.1.1"),
                "What",
                "Who",
                List.of(
                        new Matching.Pair("1", prose("tide"), moon),
                        new Matching.Pair("2", prose("wave"), wind),
                        new Matching.Pair("3", prose("spring"), moon)));
    }

    /// Right: 3.
    public static Number number() {
        return new Number(details("twelfths", "2.1.1"), new BigDecimal("3"), BigDecimal.ZERO, "h");
    }

    private static Details details(String id, String skill) {
        return new Details(
                id,
                "Title of " + id,
                Optional.empty(),
                prose("Stem of " + id + "."),
                Optional.of(skill),
                1,
                prose("Explanation of " + id + "."),
                List.of(),
                Optional.empty());
    }

    private static Option option(String id, String text) {
        return new Option(id, prose(text), prose("Reason of " + id + "."));
    }

    private static Prose prose(String text) {
        return new Prose("<p>" + text + "</p>", text);
    }
}

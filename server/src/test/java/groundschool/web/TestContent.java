package groundschool.web;

import groundschool.content.Blueprint;
import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Formulas;
import groundschool.content.Handbook;
import groundschool.content.Heading;
import groundschool.content.Lesson;
import groundschool.content.Price;
import groundschool.content.Prose;
import groundschool.content.Source;
import groundschool.content.Term;
import groundschool.content.Unit;
import groundschool.question.Choice;
import groundschool.question.Details;
import groundschool.question.Option;
import groundschool.question.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small course about baking, of two lessons.
public final class TestContent {

    private TestContent() {}

    /// The course, with no picture.
    public static Catalogue bakery() {
        return bakery(Map.of());
    }

    /// @param assets pictures by their path below `/content/`
    public static Catalogue bakery(Map<String, Path> assets) {
        var lessons = List.of(dough(), oven());
        var unit = new Unit("basics", "Basics", "What every loaf needs.", Prose.EMPTY, lessons);
        var course =
                new Course(
                        "baking",
                        "Baking bread",
                        false,
                        Optional.of(blueprint()),
                        Prose.EMPTY,
                        List.of(unit),
                        List.of(),
                        handbook());
        return new Catalogue(List.of(course), List.of(), assets);
    }

    private static Blueprint blueprint() {
        var skill = new Blueprint.Skill("1.1.1", "Tell wet from dry dough");
        var task = new Blueprint.Task("1.1", "Make dough", List.of(skill));
        var domain = new Blueprint.Domain("1", "Dough", 100, 1, 0, List.of(task));
        return new Blueprint(
                "BRD-C01",
                1,
                1,
                Duration.ofMinutes(5),
                720,
                new Blueprint.Scale(100, 1000),
                List.of(domain));
    }

    /// A lesson with a footnote, code, a card and a question.
    public static Lesson dough() {
        var html =
                """
                <h2 id="water">Water</h2>
                <p>Seventy parts of water to a hundred of flour<sup id="footnote-reference-1"><a href="#footnote-1" aria-label="Footnote 1">1</a></sup> give a soft dough.</p>
                <section class="footnotes" aria-label="Footnotes">
                <ol>
                <li id="footnote-1"><p>By <em>weight</em>.</p>
                <a href="#footnote-reference-1" aria-label="Back to the text">↩</a></li>
                </ol>
                </section>\
                """;
        return new Lesson(
                "dough",
                "The dough",
                Duration.ofMinutes(12),
                List.of("1.1.1"),
                List.of(new Lesson.Part.Text(html)),
                "Water. Seventy parts of water to a hundred of flour give a soft dough.",
                List.of(new Heading(2, "water", "Water")),
                List.of(new Source("Flour", "https://example.com/flour")),
                List.of("hydration", "mill"),
                List.of("flour-kilogram"),
                List.of(card()),
                List.of(question()));
    }

    private static Lesson oven() {
        return new Lesson(
                "oven",
                "The oven",
                Duration.ofMinutes(8),
                List.of("1.1.1"),
                List.of(new Lesson.Part.Text("<p>Hot.</p>")),
                "Hot.",
                List.of(),
                List.of(),
                List.of("hydration"),
                List.of(),
                List.of(),
                List.of());
    }

    /// Two terms of which one is a service, a formula and a price.
    private static Handbook handbook() {
        var source = new Source("Flour", "https://example.com/flour");
        return new Handbook(
                List.of(
                        new Term(
                                "mill",
                                "Mill",
                                List.of("Mills", "Stone Mill"),
                                true,
                                prose("Grinds <em>rye</em> kernels."),
                                List.of(source)),
                        new Term(
                                "hydration",
                                "hydration",
                                List.of(),
                                false,
                                prose("Water by weight of flour."),
                                List.of(source))),
                Optional.of(
                        new Formulas(
                                "Formulas and prices",
                                prose("Water divided by flour."),
                                List.of(),
                                List.of(source))),
                List.of(
                        new Price(
                                "flour-kilogram",
                                "Mill",
                                "Wheat flour",
                                "kilogram",
                                "0.90",
                                "eu-west-1",
                                "2026-11-22",
                                source)));
    }

    private static Card card() {
        return new Card(
                "hydration",
                new Prose(
                        "<p>What does &lt;script&gt;alert(1)&lt;/script&gt; weigh?</p>",
                        "What does <script>alert(1)</script> weigh?"),
                new Prose("<p>Nothing in a sourdough.</p>", "Nothing in a sourdough."),
                Optional.empty(),
                List.of(),
                Optional.of("1.1.1"),
                false,
                false);
    }

    private static Question question() {
        return new Choice(
                new Details(
                        "too-wet",
                        "A dough that sticks",
                        Optional.empty(),
                        prose("The dough sticks to the hands. What should the baker do?"),
                        Optional.of("1.1.1"),
                        1,
                        Prose.EMPTY,
                        List.of(),
                        Optional.empty()),
                List.of(
                        new Option("fold", prose("Fold it"), prose("Foldingreason tightens it.")),
                        new Option("flour", prose("Add flour"), prose("Dryreason."))),
                "fold");
    }

    private static Prose prose(String text) {
        return new Prose("<p>" + text + "</p>", text);
    }
}

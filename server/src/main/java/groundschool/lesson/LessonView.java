package groundschool.lesson;

import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Heading;
import groundschool.content.Lesson;
import groundschool.content.Price;
import groundschool.content.Unit;
import groundschool.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the page of a lesson shows that is the same for every learner; made once for each version
/// of a lesson.
///
/// @param objectives the titles of the skills that it serves
/// @param contents the headings for the list of contents
/// @param prices those that its text names
record LessonView(
        Lesson lesson,
        Course course,
        Unit unit,
        List<String> objectives,
        List<Heading> contents,
        List<Block> body,
        List<Price> prices,
        Optional<Lesson> previous,
        Optional<Lesson> next) {

    /// A stretch of the body: text, commands to run, or a card or question to try.
    record Block(
            String html,
            Optional<Lesson.Part.Commands> commands,
            Optional<Card> card,
            Optional<Question> question) {}

    /// @param lesson of this catalogue
    static LessonView of(Lesson lesson, Catalogue catalogue) {
        var course = catalogue.courseOf(lesson.id()).orElseThrow();
        return new LessonView(
                lesson,
                course,
                catalogue.unitOf(lesson.id()).orElseThrow(),
                objectives(lesson, course),
                lesson.headings().stream().filter(heading -> heading.level() == 2).toList(),
                body(lesson, catalogue),
                course.handbook().prices().stream()
                        .filter(price -> lesson.prices().contains(price.id()))
                        .toList(),
                catalogue.previous(lesson),
                catalogue.next(lesson));
    }

    public long minutes() {
        return lesson.time().toMinutes();
    }

    private static List<String> objectives(Lesson lesson, Course course) {
        return lesson.objectives().stream()
                .map(id ->
                        course.blueprint()
                                .flatMap(blueprint -> blueprint.skill(id))
                                .map(skill -> skill.title())
                                .orElse(id))
                .toList();
    }

    /// The footnotes come last but belong to every part, so that the text is put together first.
    private static List<Block> body(Lesson lesson, Catalogue catalogue) {
        var mark = "<!-- part -->";
        var whole =
                lesson.body().stream()
                        .map(part -> part instanceof Lesson.Part.Text(var html) ? html : "")
                        .collect(Collectors.joining(mark));
        var texts = MarginNotes.in(whole).split(mark, -1);
        return java.util.stream.IntStream.range(0, lesson.body().size())
                .mapToObj(place ->
                        switch (lesson.body().get(place)) {
                            case Lesson.Part.Text _ ->
                                    new Block(
                                            texts[place],
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty());
                            case Lesson.Part.Commands commands ->
                                    new Block(
                                            "",
                                            Optional.of(commands),
                                            Optional.empty(),
                                            Optional.empty());
                            case Lesson.Part.EmbeddedCard(var id) ->
                                    new Block(
                                            "",
                                            Optional.empty(),
                                            catalogue.card(id),
                                            Optional.empty());
                            case Lesson.Part.EmbeddedQuestion(var id) ->
                                    new Block(
                                            "",
                                            Optional.empty(),
                                            Optional.empty(),
                                            catalogue.question(id));
                        })
                .toList();
    }
}

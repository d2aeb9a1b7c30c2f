package groundschool.content;

import groundschool.question.Question;
import java.time.Duration;
import java.util.List;

/// A lesson with what belongs to it: its cards and its questions.
///
/// @param time how long it takes to read
/// @param objectives the ids of the skills it serves; a card has the first of them unless it says
///   otherwise
/// @param body its parts in order
/// @param text the words of the body, for search
/// @param headings of the body, in order
/// @param sources from its section "Sources"
/// @param terms the ids of the terms of the glossary that its text names, in order
/// @param prices the ids of the prices that its text names, in order
public record Lesson(
        String id,
        String title,
        Duration time,
        List<String> objectives,
        List<Part> body,
        String text,
        List<Heading> headings,
        List<Source> sources,
        List<String> terms,
        List<String> prices,
        List<Card> cards,
        List<Question> questions) {

    public Lesson {
        objectives = List.copyOf(objectives);
        body = List.copyOf(body);
        headings = List.copyOf(headings);
        sources = List.copyOf(sources);
        terms = List.copyOf(terms);
        prices = List.copyOf(prices);
        cards = List.copyOf(cards);
        questions = List.copyOf(questions);
    }

    /// The blocks that can be run, in order.
    public List<Part.Commands> commands() {
        return body.stream()
                .filter(Part.Commands.class::isInstance)
                .map(Part.Commands.class::cast)
                .toList();
    }

    /// The same lesson with these cards and questions.
    public Lesson with(List<Card> itsCards, List<Question> itsQuestions) {
        return new Lesson(
                id,
                title,
                time,
                objectives,
                body,
                text,
                headings,
                sources,
                terms,
                prices,
                itsCards,
                itsQuestions);
    }

    /// A stretch of a lesson's body.
    public sealed interface Part {

        /// Text with everything in it.
        ///
        /// @param html safe to put into a page as it is
        record Text(String html) implements Part {}

        /// Commands that a learner can run in a sandbox of their own.
        ///
        /// @param id unlike that of any other such block of the lesson, and the same as long as the
        ///   commands are
        /// @param text the commands as the author wrote them
        /// @param html the same in colours, safe to put into a page as it is
        record Commands(String id, String text, String html) implements Part {

            /// How many lines the commands take.
            public long lines() {
                return text.lines().count();
            }
        }

        /// A card to try in the middle of the lesson. The catalogue has it.
        record EmbeddedCard(String cardId) implements Part {}

        /// A question to try in the middle of the lesson. The catalogue has it.
        record EmbeddedQuestion(String questionId) implements Part {}
    }
}

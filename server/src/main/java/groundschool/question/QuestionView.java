package groundschool.question;

import groundschool.content.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A question with an answer, taken apart for a page: one list for each thing that the page
/// repeats, empty for other kinds.
///
/// Its key is in here too; a template that asks must not print it.
///
/// @param word of the kind, which names the templates
/// @param options of a choice or multiple response
/// @param places of an ordering: the item that the answer has there, and the right one
/// @param items of an ordering, in an order that says nothing
/// @param pairs of a matching question
/// @param answers of a matching question, in an order that says nothing
/// @param entered of a number question: what was typed
public record QuestionView(
        String word,
        Details details,
        List<Letter> options,
        List<Place> places,
        List<Ordering.Item> items,
        List<Pairing> pairs,
        List<Matching.Choosable> answers,
        String entered,
        String unit,
        String value) {

    /// An option with its letter on this page.
    public record Letter(
            String letter, Option option, boolean chosen, boolean struck, boolean right) {}

    /// A place of an ordering.
    ///
    /// @param number from 1
    /// @param given the id of the item that the answer has there; empty if none
    public record Place(int number, String given, Prose givenText, Ordering.Item right) {

        /// Whether the right item is there.
        public boolean isRight() {
            return right.id().equals(given);
        }
    }

    /// A prompt of a matching question.
    ///
    /// @param given the id of the answer that was chosen; empty if none
    public record Pairing(Matching.Pair pair, String given, Prose givenText) {

        /// Whether it is the right answer.
        public boolean isRight() {
            return pair.answer().id().equals(given);
        }
    }

    /// A question as one learner left it.
    ///
    /// @param struck the ids of the options that were struck out
    public static QuestionView of(Question question, Answer answer, Set<String> struck) {
        var word = question.kind().word();
        var details = question.details();
        return switch (question) {
            case Choice choice ->
                    options(
                            word,
                            details,
                            choice.options(),
                            Set.of(choice.right()),
                            answer,
                            struck);
            case MultipleResponse several ->
                    options(word, details, several.options(), several.right(), answer, struck);
            case Ordering ordering -> ordering(word, ordering, answer);
            case Matching matching -> matching(word, matching, answer);
            case Number number ->
                    new QuestionView(
                            word,
                            details,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            answer instanceof Answer.Entered(var entered) ? entered : "",
                            number.unit(),
                            number.value().toPlainString());
        };
    }

    private static QuestionView options(
            String word,
            Details details,
            List<Option> options,
            Set<String> right,
            Answer answer,
            Set<String> struck) {
        var letters = new ArrayList<Letter>();
        for (var option : options) {
            letters.add(
                    new Letter(
                            String.valueOf((char) ('A' + letters.size())),
                            option,
                            answer instanceof Answer.Chosen(var chosen)
                                    && chosen.contains(option.id()),
                            struck.contains(option.id()),
                            right.contains(option.id())));
        }
        return new QuestionView(
                word, details, letters, List.of(), List.of(), List.of(), List.of(), "", "", "");
    }

    private static QuestionView ordering(String word, Ordering ordering, Answer answer) {
        var given = answer instanceof Answer.Ordered(var items) ? items : List.<String>of();
        var places =
                IntStream.range(0, ordering.items().size())
                        .mapToObj(index -> {
                            var id = index < given.size() ? given.get(index) : "";
                            var text =
                                    ordering.items().stream()
                                            .filter(item -> item.id().equals(id))
                                            .map(Ordering.Item::text)
                                            .findFirst()
                                            .orElse(Prose.EMPTY);
                            return new Place(index + 1, id, text, ordering.items().get(index));
                        })
                        .toList();
        return new QuestionView(
                word,
                ordering.details(),
                List.of(),
                places,
                ordering.mixed(),
                List.of(),
                List.of(),
                "",
                "",
                "");
    }

    private static QuestionView matching(String word, Matching matching, Answer answer) {
        var pairs =
                matching.pairs().stream()
                        .map(pair -> {
                            var id =
                                    answer instanceof Answer.Matched(var matched)
                                            ? matched.getOrDefault(pair.id(), "")
                                            : "";
                            var text =
                                    matching.answers().stream()
                                            .filter(each -> each.id().equals(id))
                                            .map(Matching.Choosable::text)
                                            .findFirst()
                                            .orElse(Prose.EMPTY);
                            return new Pairing(pair, id, text);
                        })
                        .toList();
        return new QuestionView(
                word,
                matching.details(),
                List.of(),
                List.of(),
                List.of(),
                pairs,
                matching.answers(),
                "",
                "",
                "");
    }
}

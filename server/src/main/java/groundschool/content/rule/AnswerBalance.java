package groundschool.content.rule;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Problem;
import groundschool.content.Unit;
import groundschool.question.Choice;
import groundschool.question.Option;
import groundschool.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Over a unit, the answers to its multiple choice questions cannot be told by their length or
/// their place. As long as a course is unfinished this is only worth knowing.
public final class AnswerBalance implements ContentReader.Rule {

    /// How much longer than the others right options may be on average.
    private static final double MOST_LONGER = 1.15;

    /// With fewer questions a length or a place says nothing.
    private static final int ENOUGH = 4;

    /// From so many on, each place has its share.
    private static final int ENOUGH_FOR_SHARES = 12;

    private static final int PLACES = 4;
    private static final double LEAST_SHARE = 0.2;
    private static final double LARGEST_SHARE = 0.3;

    @Override
    public List<Problem> problemsOf(Catalogue catalogue) {
        var problems = new ArrayList<Problem>();
        for (var course : catalogue.courses()) {
            for (var unit : course.units()) {
                catalogue.origins().of(unit.id()).stream()
                        .flatMap(place ->
                                messages(unit).map(it -> place.problemIfFinished(course, it)))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static Stream<String> messages(Unit unit) {
        var choices =
                unit.lessons().stream()
                        .flatMap(lesson -> lesson.questions().stream())
                        .filter(Choice.class::isInstance)
                        .map(Choice.class::cast)
                        .toList();
        var ofFour = choices.stream().filter(it -> it.options().size() == PLACES).toList();
        return Stream.concat(ofLength(choices).stream(), ofPlaces(ofFour).stream());
    }

    private static Optional<String> ofLength(List<Choice> choices) {
        if (choices.size() < ENOUGH) {
            return Optional.empty();
        }
        var right = choices.stream().mapToDouble(it -> length(it, true)).average().orElseThrow();
        var wrong = choices.stream().mapToDouble(it -> length(it, false)).average().orElseThrow();
        if (right <= wrong * MOST_LONGER) {
            return Optional.empty();
        }
        var worst =
                choices.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        it -> length(it, false) - length(it, true)))
                        .limit(3)
                        .map(Question::id)
                        .collect(Collectors.joining("`, `"));
        return Optional.of(
                "the right options of the unit's %d multiple choice questions are %.0f %% longer than the others, which tells them: at most 15 %%. Cut right ones or say more in wrong ones, first in `%s`"
                        .formatted(choices.size(), (right / wrong - 1) * 100, worst));
    }

    /// The characters of the right option, or of the others on average.
    private static double length(Choice choice, boolean right) {
        return choice.options().stream()
                .filter(option -> option.id().equals(choice.right()) == right)
                .mapToInt(option -> option.text().text().length())
                .average()
                .orElse(0);
    }

    private static Optional<String> ofPlaces(List<Choice> choices) {
        var questions = choices.size();
        if (questions < ENOUGH) {
            return Optional.empty();
        }
        var hasShares = questions >= ENOUGH_FOR_SHARES;
        var least = hasShares ? (int) Math.floor(questions * LEAST_SHARE) : 0;
        var most = hasShares ? (int) Math.ceil(questions * LARGEST_SHARE) : questions / 2;
        var counts = new int[PLACES];
        choices.forEach(it -> counts[place(it)]++);
        if (IntStream.of(counts).allMatch(it -> least <= it && it <= most)) {
            return Optional.empty();
        }
        var found =
                IntStream.range(0, PLACES)
                        .mapToObj(place -> "%d in place %d".formatted(counts[place], place + 1))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                "of the keys of the unit's %d questions with four options %s: %s. Change the order of options"
                        .formatted(
                                questions,
                                found,
                                hasShares
                                        ? "each place has %d to %d, 20 to 30 %%"
                                                .formatted(least, most)
                                        : "none has more than half"));
    }

    private static int place(Choice choice) {
        return choice.options().stream().map(Option::id).toList().indexOf(choice.right());
    }
}

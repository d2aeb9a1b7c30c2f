package groundschool.question;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Multiple choice: one right option.
///
/// @param right the id of the right option
public record Choice(Details details, List<Option> options, String right) implements Question {

    public Choice {
        options = List.copyOf(options);
        Options.check(options, Set.of(right));
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.CHOICE;
    }

    @Override
    public Answer answerIn(Map<String, List<String>> form) {
        return switch (Options.chosenIn(form, options)) {
            case Answer.Chosen(var chosen) when chosen.size() > 1 ->
                    new Answer.Chosen(new TreeSet<>(List.of(chosen.first())));
            case Answer answer -> answer;
        };
    }

    @Override
    public Grade grade(Answer answer) {
        var isRight = answer.equals(Answer.Chosen.of(right));
        return Grade.of(answer, isRight, isRight ? 1 : 0, 1);
    }
}

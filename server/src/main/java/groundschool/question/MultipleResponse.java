package groundschool.question;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Multiple response: several right options, and only the complete set counts.
///
/// @param right the ids of the right options, at least two
public record MultipleResponse(Details details, List<Option> options, Set<String> right)
        implements Question {

    public MultipleResponse {
        options = List.copyOf(options);
        right = Set.copyOf(right);
        Options.check(options, right);
        if (right.size() < 2) {
            throw new IllegalArgumentException("a single right option makes a choice: " + right);
        }
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.MULTIPLE_RESPONSE;
    }

    @Override
    public Answer answerIn(Map<String, List<String>> form) {
        return Options.chosenIn(form, options);
    }

    @Override
    public Grade grade(Answer answer) {
        if (!(answer instanceof Answer.Chosen(var chosen))) {
            return Grade.of(answer, false, 0, right.size());
        }
        var hits = (int) chosen.stream().filter(right::contains).count();
        return Grade.of(answer, chosen.equals(right), hits, right.size());
    }
}

package groundschool.exam;

import groundschool.question.Answer;
import groundschool.question.Grade;
import groundschool.question.Question;
import groundschool.question.QuestionView;
import java.util.Set;

/// A question of an attempt, as it was asked, and what the candidate did with it.
///
/// @param number its place, from 1
/// @param scored whether it counts, which the candidate learns only from the result
/// @param struck the ids of the options that the candidate has struck out
/// @param seen whether it was ever on the screen
public record Asked(
        int number,
        Question question,
        String domainId,
        String domainTitle,
        boolean scored,
        Answer answer,
        boolean flagged,
        Set<String> struck,
        boolean seen) {

    public Asked {
        struck = Set.copyOf(struck);
    }

    /// Whether anything is answered.
    public boolean isAnswered() {
        return !(answer instanceof Answer.None);
    }

    /// What the answer is worth.
    public Grade grade() {
        return question.grade(answer);
    }

    /// It, taken apart for a page.
    public QuestionView view() {
        return QuestionView.of(question, answer, struck);
    }
}

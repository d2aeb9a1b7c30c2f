package groundschool.question;

import java.util.List;
import java.util.Map;

/// A question with its key.
public sealed interface Question permits Choice, MultipleResponse, Ordering, Matching, Number {

    /// The name of the form field that holds an answer. Where an answer has several values the
    /// field comes several times; a matching question has one field for each prompt instead, this
    /// name followed by `-` and the prompt's id.
    String FIELD = "answer";

    /// What all kinds have.
    Details details();

    /// The answer in the values of a submitted form. Values that the question does not know are
    /// left out, and nothing at all is [Answer.None].
    Answer answerIn(Map<String, List<String>> form);

    /// What an answer is worth. An answer of another kind of question is wrong.
    Grade grade(Answer answer);

    /// The author's id, which never changes.
    default String id() {
        return details().id();
    }

    /// Its kind.
    QuestionKind kind();
}

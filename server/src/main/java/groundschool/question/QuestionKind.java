package groundschool.question;

import java.util.Locale;

/// The kinds of question, by the names that authors give them.
public enum QuestionKind {
    CHOICE,
    MULTIPLE_RESPONSE,
    ORDERING,
    MATCHING,
    NUMBER;

    /// The kind of a question.
    public static QuestionKind of(Question question) {
        return switch (question) {
            case Choice _ -> CHOICE;
            case MultipleResponse _ -> MULTIPLE_RESPONSE;
            case Ordering _ -> ORDERING;
            case Matching _ -> MATCHING;
            case Number _ -> NUMBER;
        };
    }

    /// As written in content and in the names of templates: `multiple-response`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

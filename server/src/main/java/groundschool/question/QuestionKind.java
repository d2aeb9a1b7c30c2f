package groundschool.question;

import java.util.Locale;

/// The kinds of question, by the names that authors give them.
public enum QuestionKind {
    CHOICE,
    MULTIPLE_RESPONSE,
    ORDERING,
    MATCHING,
    NUMBER;

    /// As written in content and in the names of templates: `multiple-response`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

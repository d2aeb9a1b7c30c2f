package groundschool.card;

import java.util.Locale;
import java.util.Optional;

/// How well a card was recalled, as the learner says.
public enum Rating {
    AGAIN,
    HARD,
    GOOD,
    EASY;

    /// As the scheduler's formulas count it: 1 to 4.
    public int number() {
        return ordinal() + 1;
    }

    /// As a button says it: `Good`.
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// The rating of that number, if it is 1 to 4.
    public static Optional<Rating> of(int number) {
        return number >= 1 && number <= 4 ? Optional.of(values()[number - 1]) : Optional.empty();
    }
}

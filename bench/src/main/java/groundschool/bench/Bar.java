package groundschool.bench;

import java.util.Optional;
import java.util.function.DoublePredicate;

/// What a figure has to be; where that cannot be told from the figure alone, only its words.
///
/// @param isMet whether a value in the figure's unit is what it has to be
public record Bar(String words, Optional<DoublePredicate> isMet) {

    /// No bar is set.
    public static final Bar NONE = inWords("");

    /// A bar that takes more than the figure to judge.
    public static Bar inWords(String words) {
        return new Bar(words, Optional.empty());
    }

    /// The figure must be less than that.
    public static Bar below(double value, Unit unit) {
        return new Bar("< " + unit.text(value), Optional.of(figure -> figure < value));
    }

    /// The figure must be more than that.
    public static Bar above(double value, Unit unit) {
        return new Bar("> " + unit.text(value), Optional.of(figure -> figure > value));
    }

    /// The words, and whether the value meets them.
    String text(double value) {
        return isMet.map(met -> words + (met.test(value) ? "  met" : "  MISSED")).orElse(words);
    }
}

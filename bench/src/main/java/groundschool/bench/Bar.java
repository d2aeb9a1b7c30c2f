package groundschool.bench;

import java.util.Locale;
import java.util.Optional;

/// What a figure has to be; where that cannot be told from the figures alone, only its words.
///
/// @param judge whether a value is what it has to be, beside its reference
public record Bar(String words, Optional<Judge> judge) {

    /// Says whether a bar is met.
    @FunctionalInterface
    public interface Judge {
        boolean isMet(double value, double reference);
    }

    /// No bar is set.
    public static final Bar NONE = inWords("");

    /// A bar that takes more than the figure to judge.
    public static Bar inWords(String words) {
        return new Bar(words, Optional.empty());
    }

    /// The figure must be less than that.
    public static Bar below(double value, Unit unit) {
        return new Bar("< " + unit.text(value), Optional.of((figure, _) -> figure < value));
    }

    /// The figure must be more than that.
    public static Bar above(double value, Unit unit) {
        return new Bar("> " + unit.text(value), Optional.of((figure, _) -> figure > value));
    }

    /// The figure must be at least so many times its reference.
    public static Bar atLeast(double times) {
        return new Bar(
                String.format(Locale.ROOT, "ratio >= %.2f", times),
                Optional.of((figure, reference) -> figure >= times * reference));
    }

    /// The figure must be at most so many times its reference.
    public static Bar atMost(double times) {
        return new Bar(
                String.format(Locale.ROOT, "ratio <= %.2f", times),
                Optional.of((figure, reference) -> figure <= times * reference));
    }

    /// The figure must be its reference, but for that share of it.
    public static Bar within(double share) {
        return new Bar(
                String.format(Locale.ROOT, "ratio %.2f to %.2f", 1 - share, 1 + share),
                Optional.of(
                        (figure, reference) -> Math.abs(figure - reference) <= share * reference));
    }

    /// The words, and whether the value meets them.
    String text(double value, double reference) {
        return judge.map(by -> words + (by.isMet(value, reference) ? "  met" : "  MISSED"))
                .orElse(words);
    }
}

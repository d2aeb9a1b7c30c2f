package groundschool.bench;

import java.util.OptionalDouble;

/// What a figure has to be; where that cannot be told from the figure alone, only its words.
///
/// @param below in the figure's unit
public record Bar(String words, OptionalDouble below) {

    /// No bar is set.
    public static final Bar NONE = new Bar("", OptionalDouble.empty());

    /// The figure must be less than that.
    public static Bar below(double value, Unit unit) {
        return new Bar("< " + unit.text(value), OptionalDouble.of(value));
    }

    /// The words, and whether the value meets them.
    String text(double value) {
        return below.isEmpty()
                ? words
                : words + (value < below.getAsDouble() ? "  met" : "  MISSED");
    }
}

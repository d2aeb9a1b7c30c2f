package groundschool.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A number to work out.
///
/// @param tolerance how far off an answer may be and still be right; 0 or more
/// @param unit what is counted, such as `RCU`; empty if nothing in particular
public record Number(Details details, BigDecimal value, BigDecimal tolerance, String unit)
        implements Question {

    public Number {
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("a tolerance is not negative: " + tolerance);
        }
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.NUMBER;
    }

    @Override
    public Answer answerIn(Map<String, List<String>> form) {
        var given = form.getOrDefault(FIELD, List.of()).stream().findFirst().orElse("").strip();
        return given.isEmpty() ? new Answer.None() : new Answer.Entered(shortened(given));
    }

    private static String shortened(String given) {
        return given.length() > 100 ? given.substring(0, 100) : given;
    }

    @Override
    public Grade grade(Answer answer) {
        if (!(answer instanceof Answer.Entered(var given))) {
            return Grade.of(answer, false, 0, 1);
        }
        var isRight =
                numberIn(given)
                        .filter(it -> it.subtract(value).abs().compareTo(tolerance) <= 0)
                        .isPresent();
        return Grade.of(answer, isRight, isRight ? 1 : 0, 1);
    }

    /// The number that a person meant: `1,000`, `1 000`, `0,5` and `12 RCU` are read too.
    private Optional<BigDecimal> numberIn(String given) {
        var text = given.replaceAll("[\\s\u00a0\u202f_'’]", "");
        var bareUnit = unit.replaceAll("\\s", "");
        if (!bareUnit.isEmpty()
                && text.regionMatches(
                        true, text.length() - bareUnit.length(), bareUnit, 0, bareUnit.length())) {
            text = text.substring(0, text.length() - bareUnit.length());
        }
        if (text.matches("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?")) {
            text = text.replace(",", "");
        }
        text = text.replace(',', '.');
        return text.matches("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}

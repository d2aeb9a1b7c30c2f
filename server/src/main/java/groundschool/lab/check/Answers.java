package groundschool.lab.check;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Asks the learner something.
///
/// Its evidence never tells what is right.
///
/// @param checkId by which the answer is kept
/// @param isNumber whether a number is right
/// @param unit of the number; may be empty
public record Answers(
        String checkId, String question, Expected expected, boolean isNumber, String unit)
        implements Check {

    @Override
    public Optional<Evidence> look(Scene scene) {
        var given = scene.answer(checkId).map(String::strip).filter(answer -> !answer.isEmpty());
        if (given.isEmpty()) {
            return unmet("no answer yet", isNumber ? "a number" : "an answer");
        }
        var value = value(given.get());
        if (value.isEmpty()) {
            return unmet(given.get(), "a number, such as 7");
        }
        return expected.fits(value.get())
                ? Optional.empty()
                : unmet(given.get(), isNumber ? "another number" : "another answer");
    }

    private Optional<JsonNode> value(String given) {
        if (!isNumber) {
            return Optional.of(JsonNodeFactory.instance.stringNode(given));
        }
        var number =
                given.endsWith(unit) ? given.substring(0, given.length() - unit.length()) : given;
        try {
            return Optional.of(
                    JsonNodeFactory.instance.numberNode(
                            new BigDecimal(number.strip().replace(',', '.'))));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Evidence> unmet(String found, String wanted) {
        return Optional.of(new Evidence("your answer", "", found, wanted));
    }
}

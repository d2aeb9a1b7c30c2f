package groundschool.lab.check;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a value must be.
public sealed interface Expected {

    /// Whether a value is so; a JSON null stands for none.
    boolean fits(JsonNode found);

    /// The same value; numbers by what they amount to, lists and objects throughout.
    record Equal(JsonNode value) implements Expected {
        @Override
        public boolean fits(JsonNode found) {
            return same(value, found);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// A text that a regular expression matches as a whole.
    record Matches(Pattern pattern) implements Expected {
        @Override
        public boolean fits(JsonNode found) {
            return found.isString() && pattern.matcher(found.stringValue()).matches();
        }

        @Override
        public String toString() {
            return "a text that matches " + pattern;
        }
    }

    /// A list that has an element, or a text that has a part.
    record Contains(JsonNode part) implements Expected {
        @Override
        public boolean fits(JsonNode found) {
            return found.isString()
                    ? part.isString() && found.stringValue().contains(part.stringValue())
                    : found.valueStream().anyMatch(element -> same(part, element));
        }

        @Override
        public String toString() {
            return "something that contains " + part;
        }
    }

    /// A number that is as large or larger.
    record AtLeast(BigDecimal least) implements Expected {
        @Override
        public boolean fits(JsonNode found) {
            return found.isNumber() && found.decimalValue().compareTo(least) >= 0;
        }

        @Override
        public String toString() {
            return "at least " + least.toPlainString();
        }
    }

    /// Nothing.
    record Absent() implements Expected {
        @Override
        public boolean fits(JsonNode found) {
            return found.isNull();
        }

        @Override
        public String toString() {
            return "nothing";
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) ->
                        left.isNumber() && right.isNumber()
                                ? left.decimalValue().compareTo(right.decimalValue())
                                : left.equals(right) ? 0 : 1,
                other);
    }
}

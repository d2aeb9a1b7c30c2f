package groundschool.emulator.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The constraints of a shape in AWS's words: `Member must have length less than or equal to 255`.
final class Constraint {

    private Constraint() {}

    /// The constraints that a value of the shape breaks, the pattern before the length; mostly
    /// none.
    static List<String> broken(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.Text text -> broken(text, value.stringValue());
            case Shape.Numeric numeric when !numeric.range().allow(value.doubleValue()) ->
                    List.of(range(numeric, value.doubleValue()));
            case Shape.Sequence sequence when !sequence.length().allow(value.size()) ->
                    List.of(length(sequence.length(), value.size()));
            case Shape.Dictionary dictionary when !dictionary.length().allow(value.size()) ->
                    List.of(length(dictionary.length(), value.size()));
            case Shape.Bytes bytes when !bytes.length().allow(decodedLength(value)) ->
                    List.of(length(bytes.length(), decodedLength(value)));
            default -> List.of();
        };
    }

    static boolean isBroken(Shape.Text text, String value) {
        return !text.length().allow(value.length())
                || (!text.values().isEmpty() && !text.values().contains(value))
                || (text.pattern().isPresent() && !text.pattern().get().matches(value));
    }

    private static List<String> broken(Shape.Text text, String value) {
        if (!isBroken(text, value)) {
            return List.of();
        }
        var broken = new ArrayList<String>();
        if (!text.values().isEmpty() && !text.values().contains(value)) {
            broken.add(enumeration(text));
        }
        text.pattern()
                .filter(pattern -> !pattern.matches(value))
                .ifPresent(pattern -> broken.add(pattern(pattern.pattern())));
        if (!text.length().allow(value.length())) {
            broken.add(length(text.length(), value.length()));
        }
        return broken;
    }

    /// All constraints of a shape, as they are listed for the elements of a container.
    static List<String> all(Shape shape) {
        var all = new ArrayList<String>();
        switch (shape) {
            case Shape.Text text -> {
                if (!text.values().isEmpty()) {
                    all.add(enumeration(text));
                }
                lengths(text.length(), all);
                text.pattern().ifPresent(pattern -> all.add(pattern(pattern.pattern())));
            }
            case Shape.Numeric numeric -> {
                if (numeric.range().most() != Double.POSITIVE_INFINITY) {
                    all.add(atMost(numeric));
                }
                if (numeric.range().least() != Double.NEGATIVE_INFINITY) {
                    all.add(atLeast(numeric));
                }
            }
            case Shape.Sequence sequence -> lengths(sequence.length(), all);
            case Shape.Dictionary dictionary -> lengths(dictionary.length(), all);
            case Shape.Bytes bytes -> lengths(bytes.length(), all);
            case Shape.Structure _, Shape.Flag _, Shape.Timestamp _ -> {}
        }
        return all;
    }

    /// The end of the bounds that a length of `actual` is beyond.
    static String length(Shape.Bounds bounds, int actual) {
        return actual < bounds.least() ? longer(bounds) : shorter(bounds);
    }

    private static void lengths(Shape.Bounds bounds, List<String> all) {
        if (bounds.most() != Double.POSITIVE_INFINITY) {
            all.add(shorter(bounds));
        }
        if (bounds.least() != Double.NEGATIVE_INFINITY) {
            all.add(longer(bounds));
        }
    }

    private static String longer(Shape.Bounds bounds) {
        return "Member must have length greater than or equal to " + (long) bounds.least();
    }

    private static String shorter(Shape.Bounds bounds) {
        return "Member must have length less than or equal to " + (long) bounds.most();
    }

    private static String range(Shape.Numeric numeric, double actual) {
        return actual < numeric.range().least() ? atLeast(numeric) : atMost(numeric);
    }

    private static String atLeast(Shape.Numeric numeric) {
        return "Member must have value greater than or equal to "
                + number(numeric, numeric.range().least());
    }

    private static String atMost(Shape.Numeric numeric) {
        return "Member must have value less than or equal to "
                + number(numeric, numeric.range().most());
    }

    private static String number(Shape.Numeric numeric, double value) {
        return numeric.whole()
                ? new BigDecimal(value).toBigInteger().toString()
                : Double.toString(value);
    }

    private static String enumeration(Shape.Text text) {
        return "Member must satisfy enum value set: " + text.values();
    }

    private static String pattern(String pattern) {
        return "Member must satisfy regular expression pattern: " + pattern;
    }

    private static int decodedLength(JsonNode base64) {
        if (base64.isBinary()) {
            return base64.binaryValue().length;
        }
        if (base64.isPojo()) {
            // Bytes that stream past are counted as they do.
            return 0;
        }
        var text = base64.stringValue();
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        return text.length() / 4 * 3 - padding;
    }
}

package groundschool.terminal.aws;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Values as Python writes them, which is how the AWS CLI shows them in text output and in
/// messages.
final class PythonText {

    private PythonText() {}

    /// As `str(value)`.
    static String str(JsonNode value) {
        return value.isString() || value.isBinary() ? value.asString() : repr(value);
    }

    /// As `repr(value)`.
    static String repr(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "None";
            case BOOLEAN -> value.asBoolean() ? "True" : "False";
            case NUMBER -> number(value);
            case ARRAY ->
                    value.values().stream()
                            .map(PythonText::repr)
                            .collect(Collectors.joining(", ", "[", "]"));
            case OBJECT, POJO ->
                    value.properties().stream()
                            .map(each -> quoted(each.getKey()) + ": " + repr(each.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case STRING, BINARY -> quoted(value.asString());
        };
    }

    /// As `str(type(value))`.
    static String type(JsonNode value) {
        var name =
                switch (value.getNodeType()) {
                    case NULL, MISSING -> "NoneType";
                    case BOOLEAN -> "bool";
                    case NUMBER -> value.isIntegralNumber() ? "int" : "float";
                    case ARRAY -> "list";
                    case OBJECT, POJO -> "dict";
                    case STRING, BINARY -> "str";
                };
        return "<class '" + name + "'>";
    }

    /// A number as `json.dumps` writes it.
    static String number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.asString();
        }
        var number = value.doubleValue();
        var size = Math.abs(number);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            var scientific = Double.toString(number).replace(".0E", "E");
            var at = scientific.indexOf('E');
            var exponent = Integer.parseInt(scientific.substring(at + 1));
            return scientific.substring(0, at)
                    + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
        var plain = new BigDecimal(Double.toString(number)).toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    /// A text as `repr` quotes it.
    static String quoted(String text) {
        var quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        var result = new StringBuilder().append(quote);
        for (var character : text.toCharArray()) {
            switch (character) {
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> {
                    if (character == quote) {
                        result.append('\\').append(quote);
                    } else if (character < ' ' || character == 127) {
                        result.append("\\x%02x".formatted((int) character));
                    } else {
                        result.append(character);
                    }
                }
            }
        }
        return result.append(quote).toString();
    }
}

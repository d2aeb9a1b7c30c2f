package groundschool.emulator.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values that stand in a path, a query or a header.
///
/// Source: [HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)
///
/// @param types the shapes of the service
record RestText(Map<String, Shape> types) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// The value of a text, as the operation's input has it.
    ///
    /// @throws groundschool.emulator.AwsException if it is of another type
    JsonNode read(String text, Shape shape) {
        try {
            return switch (shape) {
                case Shape.Numeric numeric when numeric.whole() ->
                        NODES.numberNode(Long.parseLong(text));
                case Shape.Numeric _ -> NODES.numberNode(Double.parseDouble(text));
                case Shape.Flag _ -> flag(text);
                case Shape.Timestamp _ -> NODES.numberNode(time(text));
                case Shape.Sequence sequence ->
                        readAll(List.of(text.split(" *, *")), shape(sequence.element()));
                default -> NODES.stringNode(text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw CoralErrors.serialization();
        }
    }

    /// The value of a parameter that may be repeated.
    JsonNode readAll(List<String> texts, Shape shape) {
        var array = NODES.arrayNode();
        texts.forEach(text -> array.add(read(text, shape)));
        return array;
    }

    private static JsonNode flag(String text) {
        return switch (text) {
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> throw CoralErrors.serialization();
        };
    }

    /// Seconds since 1970, of whichever form.
    private static BigDecimal time(String text) {
        if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return new BigDecimal(text);
        }
        var time = text.contains(",") ? httpDate(text) : Instant.parse(text);
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }

    /// A time such as `Wed, 25 Nov 2026 22:00:00 GMT`.
    ///
    /// @throws DateTimeException if it is none
    static Instant httpDate(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /// A value of the operation's output as text.
    String write(JsonNode value, Shape shape) {
        return switch (shape) {
            case Shape.Timestamp(_, var isIso) when isIso ->
                    Instant.ofEpochMilli(value.decimalValue().movePointRight(3).longValue())
                            .toString();
            case Shape.Timestamp _ ->
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochMilli(value.decimalValue().movePointRight(3).longValue())
                                    .atOffset(ZoneOffset.UTC));
            case Shape.Sequence sequence ->
                    String.join(
                            ", ",
                            value.valueStream()
                                    .map(each -> write(each, shape(sequence.element())))
                                    .toList());
            default -> value.asString();
        };
    }

    private Shape shape(String name) {
        var shape = types.get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name);
        }
        return shape;
    }
}

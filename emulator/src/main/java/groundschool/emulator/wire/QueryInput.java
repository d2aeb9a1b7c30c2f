package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/// Puts an operation's input together from a form whose fields have names such as
/// `Tags.member.1.Key`.
///
/// Source: [AWS query, input](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html)
final class QueryInput {

    private static final String MEMBER = "member.";
    private static final String ENTRY = "entry.";

    /// More than any service takes in one request.
    private static final int MOST = 10_000;

    private final Map<String, Shape> shapes;
    private final FormFields fields;

    QueryInput(Map<String, Shape> shapes, FormFields fields) {
        this.shapes = shapes;
        this.fields = fields;
    }

    JsonNode read(Shape.Structure input) {
        return structure(input, "");
    }

    private JsonNode structure(Shape.Structure structure, String prefix) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var member : structure.members()) {
            value(shape(member.shape()), prefix + member.name())
                    .ifPresent(value -> node.set(member.name(), value));
        }
        return node;
    }

    private Optional<JsonNode> value(Shape shape, String name) {
        return switch (shape) {
            case Shape.Structure structure ->
                    hasBelow(name) ? Optional.of(structure(structure, name + ".")) : none();
            case Shape.Sequence sequence -> sequence(sequence, name);
            case Shape.Dictionary dictionary -> dictionary(dictionary, name);
            default -> fields.get(name).map(text -> scalar(shape, text, name));
        };
    }

    private static Optional<JsonNode> none() {
        return Optional.empty();
    }

    private Optional<JsonNode> sequence(Shape.Sequence sequence, String name) {
        var isEmpty = fields.get(name).filter(String::isEmpty).isPresent();
        if (!isEmpty && !hasBelow(name)) {
            return none();
        }
        var node = JsonNodeFactory.instance.arrayNode();
        for (var place : places(name + "." + MEMBER)) {
            value(shape(sequence.element()), name + "." + MEMBER + place).ifPresent(node::add);
        }
        return Optional.of(node);
    }

    private Optional<JsonNode> dictionary(Shape.Dictionary dictionary, String name) {
        if (!hasBelow(name)) {
            return none();
        }
        var node = JsonNodeFactory.instance.objectNode();
        for (var place : places(name + "." + ENTRY)) {
            var entry = name + "." + ENTRY + place;
            value(shape(dictionary.value()), entry + ".value")
                    .ifPresent(value -> node.set(fields.get(entry + ".key").orElse(""), value));
        }
        return Optional.of(node);
    }

    private boolean hasBelow(String name) {
        return fields.namesFrom(name + ".").findFirst().isPresent();
    }

    /// The numbers that follow a prefix, in order.
    private TreeSet<Integer> places(String prefix) {
        var places = new TreeSet<Integer>();
        fields.namesFrom(prefix)
                .forEach(name -> {
                    var rest = name.substring(prefix.length());
                    var dot = rest.indexOf('.');
                    var number = dot < 0 ? rest : rest.substring(0, dot);
                    if (number.matches("[0-9]{1,6}") && places.size() < MOST) {
                        places.add(Integer.parseInt(number));
                    }
                });
        return places;
    }

    private static JsonNode scalar(Shape shape, String text, String name) {
        return switch (shape) {
            case Shape.Numeric numeric -> number(numeric, text, name);
            case Shape.Flag _ -> flag(text, name);
            case Shape.Timestamp _ -> time(text, name);
            default -> StringNode.valueOf(text);
        };
    }

    private static JsonNode number(Shape.Numeric numeric, String text, String name) {
        try {
            var number = new BigDecimal(text);
            if (numeric.whole()) {
                number.longValueExact();
            }
            return DecimalNode.valueOf(number);
        } catch (ArithmeticException | NumberFormatException e) {
            throw malformed(name, text);
        }
    }

    private static JsonNode flag(String text, String name) {
        return switch (text) {
            case "true", "True", "TRUE" -> BooleanNode.TRUE;
            case "false", "False", "FALSE" -> BooleanNode.FALSE;
            default -> throw malformed(name, text);
        };
    }

    private static JsonNode time(String text, String name) {
        try {
            var millis = OffsetDateTime.parse(text).toInstant().toEpochMilli();
            return DecimalNode.valueOf(BigDecimal.valueOf(millis, 3));
        } catch (DateTimeException e) {
            throw malformed(name, text);
        }
    }

    private static AwsException malformed(String name, String text) {
        return new AwsException(
                400, "MalformedInput", "Invalid value for %s: %s".formatted(name, text));
    }

    private Shape shape(String name) {
        return Optional.ofNullable(shapes.get(name))
                .orElseThrow(() -> new IllegalStateException("no shape " + name));
    }
}

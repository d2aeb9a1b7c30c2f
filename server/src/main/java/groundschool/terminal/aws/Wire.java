package groundschool.terminal.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Between what a person types and reads and what the wire carries.
final class Wire {

    private static final String POLICY_DOCUMENT = "policyDocumentType";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    /// An input as the service takes it: times as seconds since 1970.
    static JsonNode input(JsonNode value, Shape shape) {
        return switch (shape.type()) {
            case TIMESTAMP -> Timestamps.read(value).map(Wire::epochSeconds).orElse(value);
            case BLOB -> base64(value);
            case STRUCTURE, MAP -> {
                var object = NODES.objectNode();
                for (var each : value.properties()) {
                    object.set(
                            each.getKey(),
                            shape.within(each.getKey())
                                    .map(of -> input(each.getValue(), of))
                                    .orElse(each.getValue()));
                }
                yield object;
            }
            case LIST -> {
                var list = NODES.arrayNode();
                value.values().forEach(each -> list.add(input(each, shape.element())));
                yield list;
            }
            case STRING, INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN -> value;
        };
    }

    /// An output as a person reads it: members in the model's order, times in ISO 8601.
    static JsonNode output(JsonNode value, Shape shape) {
        if (value.isNull()) {
            return value;
        }
        return switch (shape.type()) {
            case TIMESTAMP -> value.isNumber() ? NODES.stringNode(Timestamps.iso(value)) : value;
            case STRUCTURE -> {
                var structure = NODES.objectNode();
                shape.members()
                        .forEach((name, of) -> {
                            if (value.hasNonNull(name)) {
                                structure.set(name, output(value.path(name), of));
                            }
                        });
                yield structure;
            }
            case MAP -> {
                var map = NODES.objectNode();
                for (var each : value.properties()) {
                    map.set(each.getKey(), output(each.getValue(), shape.value()));
                }
                yield map;
            }
            case LIST -> {
                var list = NODES.arrayNode();
                value.values().forEach(each -> list.add(output(each, shape.element())));
                yield list;
            }
            case STRING ->
                    shape.name().equals(POLICY_DOCUMENT) && value.isString()
                            ? policy(value.stringValue())
                            : value;
            case INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN, BLOB -> value;
        };
    }

    /// IAM answers documents percent-encoded; the command line shows them as what they are.
    ///
    /// Source: `json_decode_policies` in botocore's handlers
    private static JsonNode policy(String encoded) {
        try {
            return JSON.readTree(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException e) {
            return NODES.stringNode(encoded);
        }
    }

    private static JsonNode epochSeconds(Instant time) {
        return time.getNano() == 0
                ? NODES.numberNode(time.getEpochSecond())
                : NODES.numberNode(time.toEpochMilli() / 1000.0);
    }

    private static JsonNode base64(JsonNode value) {
        try {
            var bytes = Base64.getDecoder().decode(value.asString());
            return NODES.stringNode(Base64.getEncoder().encodeToString(bytes));
        } catch (IllegalArgumentException e) {
            throw CliException.failed("Invalid base64: \"" + value.asString() + "\"");
        }
    }
}

package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts a member of an operation's input together from an XML document. What the shape does not
/// have is refused, as S3 validates documents against its schema.
///
/// Source: [XML bindings](https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings)
///
/// @param model whose shapes say what the elements are called
record XmlInput(ApiModel model) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Reads a document.
    ///
    /// @param shape of the root, as the model has it
    /// @param root what the root element is called
    /// @throws AwsException if it is not well-formed or does not fit
    ObjectNode read(byte[] document, JsonNode shape, String root) {
        var element =
                XmlElement.parse(document)
                        .filter(each -> each.name().equals(root))
                        .orElseThrow(XmlInput::malformed);
        return structure(element, shape);
    }

    /// The document is no XML, or not of that kind.
    static AwsException malformed() {
        return new AwsException(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    private ObjectNode structure(XmlElement element, JsonNode shape) {
        var node = NODES.objectNode();
        var known = new HashSet<String>();
        for (var member : shape.path("members").properties()) {
            var reference = member.getValue();
            var inside = named(reference);
            var name = reference.path("locationName").asString(member.getKey());
            if (reference.path("xmlAttribute").asBoolean(false)) {
                var local = name.substring(name.indexOf(':') + 1);
                Optional.ofNullable(element.attributes().get(local))
                        .ifPresent(value -> node.put(member.getKey(), value));
                continue;
            }
            known.add(name);
            var found = element.all(name);
            if (found.isEmpty()) {
                continue;
            }
            if (isFlat(reference, inside)) {
                var array = node.putArray(member.getKey());
                found.forEach(each -> array.add(value(each, named(inside.path("member")))));
            } else if (found.size() > 1) {
                throw malformed();
            } else {
                node.set(member.getKey(), value(found.getFirst(), inside));
            }
        }
        if (element.children().stream().anyMatch(child -> !known.contains(child.name()))) {
            throw malformed();
        }
        return node;
    }

    private JsonNode value(XmlElement element, JsonNode shape) {
        return switch (shape.path("type").asString()) {
            case "structure" -> structure(element, shape);
            case "list" -> {
                var array = NODES.arrayNode();
                var name = shape.path("member").path("locationName").asString("member");
                for (var child : element.children()) {
                    if (!child.name().equals(name)) {
                        throw malformed();
                    }
                    array.add(value(child, named(shape.path("member"))));
                }
                yield array;
            }
            case "integer", "long" -> whole(element.text().strip());
            case "boolean" -> flag(element.text().strip());
            case "timestamp" -> NODES.numberNode(time(element.text().strip()));
            default -> NODES.stringNode(element.text());
        };
    }

    private static JsonNode whole(String text) {
        try {
            return NODES.numberNode(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private static JsonNode flag(String text) {
        return switch (text) {
            case "true", "True", "TRUE", "1" -> NODES.booleanNode(true);
            case "false", "False", "FALSE", "0" -> NODES.booleanNode(false);
            default -> throw malformed();
        };
    }

    private static BigDecimal time(String text) {
        try {
            var instant =
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : text.contains(",")
                                    ? RestText.httpDate(text)
                                    : Instant.parse(text + "T00:00:00Z");
            return BigDecimal.valueOf(instant.toEpochMilli(), 3);
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    static boolean isFlat(JsonNode reference, JsonNode shape) {
        return shape.path("type").asString().equals("list")
                && (shape.path("flattened").asBoolean(false)
                        || reference.path("flattened").asBoolean(false));
    }

    private JsonNode named(JsonNode reference) {
        return model.shape(reference.path("shape").asString())
                .orElseThrow(() -> new IllegalStateException("no shape " + reference));
    }
}

package groundschool.emulator.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Writes what a REST service answers as XML: elements called as the model says, times in ISO 8601
/// with milliseconds.
///
/// Source: [XML bindings](https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings)
///
/// @param model whose shapes say what the elements are called
/// @param xml where it is written
record XmlOutput(ApiModel model, Xml xml) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// Writes the members of a structure.
    ///
    /// @param shape as the model has it
    /// @param elsewhere the members that are no part of the document
    void members(JsonNode shape, JsonNode value, Set<String> elsewhere) {
        for (var member : shape.path("members").properties()) {
            var inside = value.path(member.getKey());
            var isHere =
                    !elsewhere.contains(member.getKey())
                            && !inside.isMissingNode()
                            && !inside.isNull()
                            && !member.getValue().path("xmlAttribute").asBoolean(false);
            if (isHere) {
                member(member.getKey(), member.getValue(), inside);
            }
        }
    }

    private void member(String member, JsonNode reference, JsonNode value) {
        var shape = named(reference);
        if (XmlInput.isFlat(reference, shape)) {
            var name =
                    reference
                            .path("locationName")
                            .asString(shape.path("member").path("locationName").asString(member));
            value.forEach(each -> element(name, named(shape.path("member")), each));
        } else {
            element(reference.path("locationName").asString(member), shape, value);
        }
    }

    private void element(String name, JsonNode shape, JsonNode value) {
        var namespace = shape.path("xmlNamespace");
        if (namespace.has("prefix")) {
            open(name, namespace, shape, value);
        } else {
            xml.open(name);
        }
        content(shape, value);
        xml.close(name);
    }

    /// An element that has attributes.
    private void open(String name, JsonNode namespace, JsonNode shape, JsonNode value) {
        var prefix = namespace.path("prefix").asString();
        var attributes = new StringBuilder();
        for (var member : shape.path("members").properties()) {
            if (member.getValue().path("xmlAttribute").asBoolean(false)) {
                attributes.append(
                        " %s=\"%s\""
                                .formatted(
                                        member.getValue().path("locationName").asString(),
                                        new Xml()
                                                .characters(
                                                        value.path(member.getKey()).asString(""))
                                                .text()));
            }
        }
        xml.open(name, "xmlns:" + prefix, namespace.path("uri").asString(), attributes.toString());
    }

    private void content(JsonNode shape, JsonNode value) {
        switch (shape.path("type").asString()) {
            case "structure" -> members(shape, value, Set.of());
            case "list" -> {
                var name = shape.path("member").path("locationName").asString("member");
                value.forEach(each -> element(name, named(shape.path("member")), each));
            }
            case "timestamp" -> xml.characters(time(value));
            default -> xml.characters(value.asString());
        }
    }

    private static String time(JsonNode epochSeconds) {
        return TIME.format(
                Instant.ofEpochMilli(epochSeconds.decimalValue().movePointRight(3).longValue()));
    }

    private JsonNode named(JsonNode reference) {
        return model.shape(reference.path("shape").asString())
                .orElseThrow(() -> new IllegalStateException("no shape " + reference));
    }
}

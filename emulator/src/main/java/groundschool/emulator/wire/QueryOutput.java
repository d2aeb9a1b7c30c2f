package groundschool.emulator.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/// Writes an operation's output as the XML of awsQuery: lists as `member`, maps as `entry`, times
/// in ISO 8601.
///
/// Source: [AWS query, output](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html)
final class QueryOutput {

    private final ApiModel model;
    private final Xml xml;

    QueryOutput(ApiModel model, Xml xml) {
        this.model = model;
        this.xml = xml;
    }

    /// @param shape as the model has it
    void write(JsonNode shape, JsonNode value) {
        switch (shape.path("type").asString()) {
            case "structure" ->
                    shape.path("members")
                            .properties()
                            .forEach(member -> {
                                var inside = value.path(member.getKey());
                                if (!inside.isMissingNode() && !inside.isNull()) {
                                    element(member.getKey(), named(member.getValue()), inside);
                                }
                            });
            case "list" ->
                    value.forEach(each -> element("member", named(shape.path("member")), each));
            case "map" ->
                    value.properties()
                            .forEach(entry -> {
                                xml.open("entry");
                                xml.text("key", entry.getKey());
                                element("value", named(shape.path("value")), entry.getValue());
                                xml.close("entry");
                            });
            case "timestamp" -> xml.characters(time(value));
            default -> xml.characters(value.asString());
        }
    }

    private void element(String name, JsonNode shape, JsonNode value) {
        xml.open(name);
        write(shape, value);
        xml.close(name);
    }

    private JsonNode named(JsonNode reference) {
        return model.shape(reference.path("shape").asString())
                .orElseThrow(() -> new IllegalStateException("no shape " + reference));
    }

    /// To the second, as the services tell it.
    private static String time(JsonNode epochSeconds) {
        var millis = epochSeconds.decimalValue().movePointRight(3).longValue();
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

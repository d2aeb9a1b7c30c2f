package groundschool.emulator.dynamodb;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.UTF8JsonGenerator;
import tools.jackson.databind.node.TreeBuildingGenerator;

/// Writes values and items as DynamoDB's JSON: items of an answer straight into its bytes, or as
/// nodes into its tree.
public final class AttributeValueWriter {

    private AttributeValueWriter() {}

    public static void write(Item item, JsonGenerator json) {
        if (json instanceof UTF8JsonGenerator) {
            json.writeRawValue(new ItemText(item));
        } else if (json instanceof TreeBuildingGenerator) {
            json.writeTree(PackedNodes.of(item.packed().reader()));
        } else {
            writeAll(item.attributes(), json);
        }
    }

    public static void write(AttributeValue value, JsonGenerator json) {
        json.writeStartObject();
        json.writeName(value.type().json());
        switch (value) {
            case AttributeValue.S(var text) -> json.writeString(text);
            case AttributeValue.N(var number) -> json.writeString(number.toString());
            case AttributeValue.B(var binary) -> json.writeBinary(binary.bytes());
            case AttributeValue.BOOL(var truth) -> json.writeBoolean(truth);
            case AttributeValue.NULL _ -> json.writeBoolean(true);
            case AttributeValue.M(var values) -> writeAll(values, json);
            case AttributeValue.L(var values) -> {
                json.writeStartArray();
                values.forEach(element -> write(element, json));
                json.writeEndArray();
            }
            case AttributeValue.SS(var values) -> {
                json.writeStartArray();
                values.forEach(json::writeString);
                json.writeEndArray();
            }
            case AttributeValue.NS(var values) -> {
                json.writeStartArray();
                values.forEach(number -> json.writeString(number.toString()));
                json.writeEndArray();
            }
            case AttributeValue.BS(var values) -> {
                json.writeStartArray();
                values.forEach(binary -> json.writeBinary(binary.bytes()));
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static void writeAll(Map<String, AttributeValue> values, JsonGenerator json) {
        json.writeStartObject();
        values.forEach((name, value) -> {
            json.writeName(name);
            write(value, json);
        });
        json.writeEndObject();
    }
}

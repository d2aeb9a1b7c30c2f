package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/// Checks that each piece of a value's JSON has the JSON type that the API's model gives it.
///
/// Source: the wordings that dynalite's tests pin against the service
final class AttributeValueShape {

    private static final String VALUE_CLASS = "com.amazonaws.dynamodb.v20120810.AttributeValue";

    private AttributeValueShape() {}

    /// @throws AwsException a SerializationException, if the JSON is no structure of value types
    static void check(JsonNode node) {
        if (node.isNull()) {
            return;
        }
        if (node.isArray()) {
            throw unrecognized("class " + VALUE_CLASS);
        }
        if (!node.isObject()) {
            throw DynamoDbErrors.serialization("Unexpected value type in payload");
        }
        for (var property : node.properties()) {
            if (!property.getValue().isNull()) {
                checkType(property.getKey(), property.getValue());
            }
        }
    }

    /// @throws AwsException a SerializationException, if the JSON is no map of values
    static void checkMap(JsonNode node) {
        if (node.isArray()) {
            throw unrecognized("java.util.Map<java.lang.String, " + VALUE_CLASS + ">");
        }
        if (!node.isObject()) {
            throw DynamoDbErrors.serialization("Unexpected field type");
        }
        for (var property : node.properties()) {
            check(property.getValue());
        }
    }

    private static void checkType(String type, JsonNode node) {
        switch (type) {
            case "S", "N" -> checkString(node);
            case "B" -> checkBase64(node);
            case "BOOL", "NULL" -> checkBoolean(node);
            case "M" -> checkMap(node);
            case "L" -> {
                checkList(node);
                node.forEach(AttributeValueShape::check);
            }
            case "SS", "NS" -> {
                checkList(node);
                node.forEach(AttributeValueShape::checkString);
            }
            case "BS" -> {
                checkList(node);
                node.forEach(AttributeValueShape::checkBase64);
            }
            default -> {
                // Members that the model does not know are passed over.
            }
        }
    }

    private static void checkList(JsonNode node) {
        if (node.isObject()) {
            throw structureNotExpected();
        }
        if (!node.isArray()) {
            throw DynamoDbErrors.serialization("Unexpected field type");
        }
    }

    private static void checkString(JsonNode node) {
        if (!node.isString() && !node.isNull()) {
            throw notConvertible(node, "String");
        }
    }

    private static void checkBoolean(JsonNode node) {
        if (node.isString()) {
            throw DynamoDbErrors.serialization("Unexpected token received from parser");
        }
        if (!node.isBoolean()) {
            throw notConvertible(node, "Boolean");
        }
    }

    private static void checkBase64(JsonNode node) {
        if (node.isNull()) {
            return;
        }
        if (node.isArray()) {
            throw unrecognized("class java.nio.ByteBuffer");
        }
        if (node.isObject()) {
            throw structureNotExpected();
        }
        if (!node.isString()) {
            throw DynamoDbErrors.serialization(
                    "only base-64-encoded strings are convertible to bytes");
        }
        int length = node.stringValue().length();
        if (length % 4 != 0) {
            throw DynamoDbErrors.serialization(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: " + length);
        }
        try {
            Base64.getDecoder().decode(node.stringValue());
        } catch (IllegalArgumentException problem) {
            throw DynamoDbErrors.serialization("Invalid last non-pad Base64 character dectected");
        }
    }

    private static AwsException notConvertible(JsonNode node, String to) {
        if (node.isArray()) {
            return unrecognized("class java.lang." + to);
        }
        if (node.isObject()) {
            return structureNotExpected();
        }
        return DynamoDbErrors.serialization(kind(node) + " cannot be converted to " + to);
    }

    private static String kind(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        return node.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
    }

    private static AwsException unrecognized(String type) {
        return DynamoDbErrors.serialization("Unrecognized collection type " + type);
    }

    private static AwsException structureNotExpected() {
        return DynamoDbErrors.serialization("Start of structure or map found where not expected");
    }
}

package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads values and items from DynamoDB's JSON: `{"S": "Emma"}`.
///
/// The types of all JSON were held against the API's model before: a string is a string.
public final class AttributeValueJson {

    private static final int MAXIMUM_LEVEL = 32;

    private AttributeValueJson() {}

    /// @throws AwsException in DynamoDB's words, if the JSON is no value that DynamoDB can hold
    public static AttributeValue read(JsonNode node) {
        return value(node, 1);
    }

    /// @throws AwsException in DynamoDB's words, if the JSON is no map of values
    public static Item readItem(JsonNode node) {
        return Item.wrapping(values(node, 1));
    }

    /// Reads `ExpressionAttributeValues`, whose mistakes are told with their key.
    ///
    /// @throws AwsException in DynamoDB's words, if the JSON is no map of values
    public static Map<String, AttributeValue> readExpressionValues(JsonNode node) {
        var values = new LinkedHashMap<String, AttributeValue>();
        for (var property : node.properties()) {
            values.put(property.getKey(), expressionValue(property.getKey(), property.getValue()));
        }
        return values;
    }

    private static AttributeValue expressionValue(String key, JsonNode node) {
        try {
            return value(node, 1);
        } catch (AwsException problem) {
            if (problem.message().equals(DynamoDbErrors.nestedTooDeeply().message())) {
                // The one mistake that the service tells without the key.
                throw problem;
            }
            throw DynamoDbErrors.validation(
                    "ExpressionAttributeValues contains invalid value: %s for key %s"
                            .formatted(problem.message(), key));
        }
    }

    private static LinkedHashMap<String, AttributeValue> values(JsonNode node, int level) {
        var values = new LinkedHashMap<String, AttributeValue>();
        for (var property : node.properties()) {
            values.put(property.getKey(), value(property.getValue(), level));
        }
        return values;
    }

    private static AttributeValue value(JsonNode node, int level) {
        if (level > MAXIMUM_LEVEL) {
            throw DynamoDbErrors.nestedTooDeeply();
        }
        AttributeValue only = null;
        int types = 0;
        for (var property : node.properties()) {
            var read = ofType(property.getKey(), property.getValue(), level);
            if (read != null) {
                only = read;
                types++;
            }
        }
        if (types > 1) {
            throw DynamoDbErrors.severalDataTypes();
        }
        if (only == null) {
            throw DynamoDbErrors.noDataType();
        }
        return only;
    }

    /// Null if there is no such type or its value is JSON's null, which count as not given.
    private static @Nullable AttributeValue ofType(String type, JsonNode node, int level) {
        if (node.isNull()) {
            return null;
        }
        return switch (type) {
            case "S" -> new AttributeValue.S(node.stringValue());
            case "N" -> AttributeValue.number(node.stringValue());
            case "B" -> new AttributeValue.B(Binary.fromBase64(node.stringValue()));
            case "BOOL" -> new AttributeValue.BOOL(node.booleanValue());
            case "NULL" -> nullValue(node);
            case "M" -> new AttributeValue.M(values(node, level + 1));
            case "L" -> list(node, level);
            case "SS" -> strings(node);
            case "NS" -> numbers(node);
            case "BS" -> binaries(node);
            default -> null;
        };
    }

    private static AttributeValue nullValue(JsonNode node) {
        if (!node.booleanValue()) {
            throw DynamoDbErrors.invalidParameters(
                    "Null attribute value types must have the value of true");
        }
        return new AttributeValue.NULL();
    }

    private static AttributeValue list(JsonNode node, int level) {
        var values = new ArrayList<AttributeValue>(node.size());
        for (var element : node) {
            values.add(value(element, level + 1));
        }
        return new AttributeValue.L(values);
    }

    private static AttributeValue strings(JsonNode node) {
        if (node.isEmpty()) {
            throw DynamoDbErrors.invalidParameters("An string set  may not be empty");
        }
        var texts = texts(node);
        return new AttributeValue.SS(
                distinct(
                        texts,
                        Function.identity(),
                        () ->
                                DynamoDbErrors.invalidParameters(
                                        "Input collection %s contains duplicates."
                                                .formatted(texts))));
    }

    private static AttributeValue numbers(JsonNode node) {
        if (node.isEmpty()) {
            throw DynamoDbErrors.invalidParameters("An number set  may not be empty");
        }
        return new AttributeValue.NS(
                distinct(
                        texts(node),
                        DynamoNumber::parse,
                        () -> DynamoDbErrors.validation("Input collection contains duplicates")));
    }

    private static AttributeValue binaries(JsonNode node) {
        if (node.isEmpty()) {
            throw DynamoDbErrors.invalidParameters("Binary sets should not be empty");
        }
        var texts = texts(node);
        return new AttributeValue.BS(
                distinct(
                        texts,
                        Binary::fromBase64,
                        () ->
                                DynamoDbErrors.invalidParameters(
                                        "Input collection %sof type BS contains duplicates."
                                                .formatted(texts))));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>(node.size());
        for (var element : node) {
            texts.add(element.isNull() ? "" : element.stringValue());
        }
        return texts;
    }

    private static <E> SequencedSet<E> distinct(
            Collection<String> texts, Function<String, E> read, Supplier<AwsException> duplicates) {
        var members = new LinkedHashSet<E>();
        for (var text : texts) {
            members.add(read.apply(text));
        }
        if (members.size() < texts.size()) {
            throw duplicates.get();
        }
        return members;
    }
}

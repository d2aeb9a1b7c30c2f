package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Supplier;
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
        Optional<AttributeValue> only = Optional.empty();
        int types = 0;
        for (var property : node.properties()) {
            var read = ofType(property.getKey(), property.getValue(), level);
            if (read.isPresent()) {
                only = read;
                types++;
            }
        }
        if (types > 1) {
            throw DynamoDbErrors.severalDataTypes();
        }
        return only.orElseThrow(DynamoDbErrors::noDataType);
    }

    /// Empty if there is no such type or its value is JSON's null, which count as not given.
    private static Optional<AttributeValue> ofType(String type, JsonNode node, int level) {
        if (node.isNull()) {
            return Optional.empty();
        }
        return switch (type) {
            case "S" -> Optional.of(new AttributeValue.S(node.stringValue()));
            case "N" -> Optional.of(AttributeValue.number(node.stringValue()));
            case "B" -> Optional.of(new AttributeValue.B(Binary.fromBase64(node.stringValue())));
            case "BOOL" -> Optional.of(new AttributeValue.BOOL(node.booleanValue()));
            case "NULL" -> Optional.of(nullValue(node));
            case "M" -> Optional.of(new AttributeValue.M(values(node, level + 1)));
            case "L" -> Optional.of(list(node, level));
            case "SS" -> Optional.of(strings(node));
            case "NS" -> Optional.of(numbers(node));
            case "BS" -> Optional.of(binaries(node));
            default -> Optional.empty();
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

package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;
import static groundschool.emulator.dynamodb.DynamoDbErrors.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What the service asks of keys and of the definitions of their attributes, in its words and
/// order.
public final class KeyRules {

    private static final int MOST_OF_A_TYPE = 4;

    private KeyRules() {}

    /// Both must be given, and a table's key has at most two attributes.
    static void checkGiven(
            Optional<List<KeySchemaElement>> keySchema,
            Optional<List<AttributeDefinition>> definitions) {
        var problems = new ArrayList<String>();
        keySchema.ifPresentOrElse(
                key -> tooLong(key).ifPresent(problems::add),
                () -> problems.add(notNull("keySchema")));
        if (definitions.isEmpty()) {
            problems.add(notNull("attributeDefinitions"));
        }
        if (!problems.isEmpty()) {
            throw validation(
                    "%d validation error%s detected: %s"
                            .formatted(
                                    problems.size(),
                                    problems.size() == 1 ? "" : "s",
                                    String.join("; ", problems)));
        }
    }

    private static Optional<String> tooLong(List<KeySchemaElement> key) {
        if (key.size() <= 2) {
            return Optional.empty();
        }
        var elements =
                key.stream()
                        .map(element ->
                                "KeySchemaElement(attributeName=%s, keyType=%s)"
                                        .formatted(element.attributeName(), element.keyType()))
                        .toList();
        return Optional.of(
                "Value '%s' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2"
                        .formatted(elements));
    }

    private static String notNull(String member) {
        return "Value null at '"
                + member
                + "' failed to satisfy constraint: Member must not be null";
    }

    /// The table's own key.
    static void check(List<KeySchemaElement> key, List<AttributeDefinition> definitions) {
        if (names(key).size() > definitions.size()) {
            throw validation("Invalid KeySchema: Some index key attribute have no definition");
        }
        checkDefined(key, definitions);
        checkShape(key);
    }

    static void checkDefined(List<KeySchemaElement> key, List<AttributeDefinition> definitions) {
        if (!defined(definitions).containsAll(names(key))) {
            throw invalidParameters(
                    "Some index key attributes are not defined in AttributeDefinitions."
                            + " Keys: %s, AttributeDefinitions: %s"
                                    .formatted(names(key), defined(definitions)));
        }
    }

    /// A partition key, then perhaps a sort key of another name.
    static void checkShape(List<KeySchemaElement> key) {
        if (key.size() > 1 && key.getFirst().attributeName().equals(key.get(1).attributeName())) {
            throw validation(
                    "Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }
        if (key.getFirst().keyType() != KeyType.HASH) {
            throw validation(
                    "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        if (key.size() > 1 && key.get(1).keyType() != KeyType.RANGE) {
            throw validation(
                    "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        if (key.size() > 2) {
            throw invalidParameters(
                    "The KeySchema exceeds the maximum allowed number of RANGE key attributes");
        }
    }

    /// Up to four attributes for the partition key, then up to four for the sort key.
    static void checkShapeOfGlobal(List<KeySchemaElement> key) {
        if (key.size() <= 2 && key.getLast().keyType() == KeyType.RANGE) {
            checkShape(key);
            return;
        }
        if (new HashSet<>(names(key)).size() < key.size()) {
            throw validation(
                    key.size() == 2
                            ? "Both the Hash Key and the Range Key element in the KeySchema have the"
                                    + " same name"
                            : "The KeySchema contains multiple key attributes with the same name");
        }
        if (key.getFirst().keyType() != KeyType.HASH) {
            throw validation(
                    "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        int hashes = 0;
        int ranges = 0;
        for (var element : key) {
            switch (element.keyType()) {
                case HASH -> {
                    if (ranges > 0) {
                        throw invalidParameters(
                                "All HASH key attributes must precede RANGE key attributes in the"
                                        + " KeySchema");
                    }
                    hashes++;
                }
                case RANGE -> ranges++;
            }
        }
        checkCount(hashes, "HASH");
        checkCount(ranges, "RANGE");
    }

    private static void checkCount(int attributes, String type) {
        if (attributes > MOST_OF_A_TYPE) {
            throw invalidParameters(
                    "The KeySchema exceeds the maximum allowed number of %s key attributes"
                            .formatted(type));
        }
    }

    /// An attribute that is in no key must not be defined.
    static void checkAllUsed(
            List<KeySchemaElement> key,
            List<? extends SecondaryIndex> indexes,
            List<AttributeDefinition> definitions) {
        var used = new LinkedHashSet<>(names(key));
        indexes.forEach(index -> used.addAll(names(index.keySchema())));
        if (definitions.size() == used.size()) {
            return;
        }
        if (indexes.isEmpty()) {
            throw invalidParameters(
                    "Number of attributes in KeySchema does not exactly match number of attributes"
                            + " defined in AttributeDefinitions");
        }
        throw invalidParameters(
                "Some AttributeDefinitions are not used. AttributeDefinitions: %s, keys used: %s"
                        .formatted(defined(definitions), used));
    }

    private static List<String> names(List<KeySchemaElement> key) {
        return key.stream().map(KeySchemaElement::attributeName).toList();
    }

    private static List<String> defined(List<AttributeDefinition> definitions) {
        return definitions.stream().map(AttributeDefinition::attributeName).toList();
    }

    /// The name of the partition key.
    static String partitionKey(List<KeySchemaElement> key) {
        return key.getFirst().attributeName();
    }
}

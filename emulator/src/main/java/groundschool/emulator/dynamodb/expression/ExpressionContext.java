package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ExpressionValues;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The names and values that a request gives to all of its expressions, and which of them no
/// expression has used yet.
public final class ExpressionContext {

    private static final Pattern NAME = Pattern.compile("#[0-9a-zA-Z_]+");
    private static final Pattern VALUE = Pattern.compile(":[0-9a-zA-Z_]+");

    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    // The service tells them in the order of a hash set, too.
    private final Set<String> unusedNames;
    private final Set<String> unusedValues;

    private ExpressionContext(Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = values;
        this.unusedNames = new HashSet<>(names.keySet());
        this.unusedValues = new HashSet<>(values.keySet());
    }

    /// @param names `ExpressionAttributeNames`
    /// @param values `ExpressionAttributeValues`
    /// @throws groundschool.emulator.AwsException if they are not well-formed
    public static ExpressionContext of(
            Optional<Map<String, String>> names, Optional<ExpressionValues> values) {
        names.ifPresent(given -> checkKeys("ExpressionAttributeNames", given.keySet(), NAME));
        names.ifPresent(ExpressionContext::checkNotEmpty);
        values.ifPresent(given -> checkKeys("ExpressionAttributeValues", given.names(), VALUE));
        return new ExpressionContext(
                names.orElse(Map.of()), values.map(ExpressionValues::byName).orElse(Map.of()));
    }

    /// A context with these names and values, none of them checked.
    public static ExpressionContext of(
            Map<String, String> names, Map<String, AttributeValue> values) {
        return new ExpressionContext(names, values);
    }

    private static void checkKeys(String parameter, Set<String> keys, Pattern allowed) {
        if (keys.isEmpty()) {
            throw DynamoDbErrors.validation(parameter + " must not be empty");
        }
        for (var key : keys) {
            if (!allowed.matcher(key).matches()) {
                throw DynamoDbErrors.validation(
                        "%s contains invalid key: Syntax error; key: \"%s\""
                                .formatted(parameter, key));
            }
        }
    }

    private static void checkNotEmpty(Map<String, String> names) {
        for (var name : names.entrySet()) {
            if (name.getValue().isEmpty()) {
                throw DynamoDbErrors.validation(
                        "ExpressionAttributeNames contains invalid value: Empty attribute name for key "
                                + name.getKey());
            }
        }
    }

    /// To be called when all expressions have been read.
    ///
    /// @throws groundschool.emulator.AwsException if a name or value was used by none of them
    public void checkAllUsed() {
        checkAllUsed("ExpressionAttributeNames", unusedNames);
        checkAllUsed("ExpressionAttributeValues", unusedValues);
    }

    private static void checkAllUsed(String parameter, Set<String> unused) {
        if (!unused.isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Value provided in %s unused in expressions: keys: {%s}"
                            .formatted(parameter, String.join(", ", unused)));
        }
    }

    Optional<String> name(String placeholder) {
        unusedNames.remove(placeholder);
        return Optional.ofNullable(names.get(placeholder));
    }

    Optional<AttributeValue> value(String placeholder) {
        unusedValues.remove(placeholder);
        return Optional.ofNullable(values.get(placeholder));
    }
}

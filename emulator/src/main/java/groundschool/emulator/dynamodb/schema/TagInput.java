package groundschool.emulator.dynamodb.schema;

import static groundschool.emulator.dynamodb.DynamoDbErrors.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A label as a request gives it, of which anything may be missing.
///
/// The wordings are those that were recorded from the service in October 2026 (`ack-api-quirks`,
/// DDB-TABLE-442).
///
/// Source: [Tagging
/// restrictions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html)
public record TagInput(Optional<String> key, Optional<String> value) {

    private static final int MOST_TAGS = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    /// @throws groundschool.emulator.AwsException if one of them is no label
    public static List<Tag> check(List<TagInput> given) {
        var tags = new LinkedHashMap<String, Tag>();
        for (var input : given) {
            var tag = input.check();
            if (tags.put(tag.key(), tag) != null) {
                throw validation(
                        "Duplicate Tag Keys provided as input: Duplicate Tag Key found "
                                + tag.key());
            }
        }
        return List.copyOf(tags.values());
    }

    /// Adds labels to others, of which it replaces those that have the same keys.
    ///
    /// @throws groundschool.emulator.AwsException if they become too many
    public static List<Tag> merge(List<Tag> current, List<Tag> added) {
        var all = new LinkedHashMap<String, Tag>();
        current.forEach(tag -> all.put(tag.key(), tag));
        added.forEach(tag -> all.put(tag.key(), tag));
        if (all.size() > MOST_TAGS) {
            throw validation(
                    "Number of Tags exceed the current limit for the provided ResourceArn");
        }
        return List.copyOf(all.values());
    }

    /// @throws groundschool.emulator.AwsException if no label can have the key
    public static void checkKey(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw validation("The Tag Key provided is invalid, Key: " + key);
        }
    }

    private Tag check() {
        if (key.isEmpty()) {
            throw validation("The Tag Key provided is invalid, Key: null");
        }
        checkKey(key.get());
        if (key.get().startsWith("aws:")) {
            throw validation("Tag Key cannot be prefixed with aws:, Key: " + key.get());
        }
        if (value.filter(text -> text.length() <= LONGEST_VALUE).isEmpty()) {
            throw validation("The Tag Value provided is invalid, Value: " + value.orElse("null"));
        }
        return new Tag(key.get(), value.get());
    }
}

package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.schema.TagInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The condition keys about the labels that a request gives.
final class TagKeys {

    private TagKeys() {}

    static Map<String, List<String>> given(List<TagInput> tags) {
        if (tags.isEmpty()) {
            return Map.of();
        }
        var keys = new HashMap<String, List<String>>();
        for (var tag : tags) {
            tag.key()
                    .ifPresent(key ->
                            keys.put("aws:RequestTag/" + key, List.of(tag.value().orElse(""))));
        }
        keys.put("aws:TagKeys", tags.stream().flatMap(tag -> tag.key().stream()).toList());
        return keys;
    }
}

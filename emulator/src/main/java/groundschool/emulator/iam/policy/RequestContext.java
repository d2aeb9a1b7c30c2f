package groundschool.emulator.iam.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of a request besides who wants to do what: context keys and their values. A key
/// without values is a key that is not there.
///
/// Source: [Components of a
/// request](https://docs.aws.amazon.com/IAM/latest/UserGuide/intro-structure.html#intro-structure-request)
public final class RequestContext {

    /// Nothing is known.
    public static final RequestContext EMPTY = new RequestContext(Map.of());

    private final Map<String, List<String>> values;
    private final Map<String, List<String>> byKey = new HashMap<>();

    private RequestContext(Map<String, List<String>> values) {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((key, found) -> {
            copy.put(key, List.copyOf(found));
            byKey.put(ContextKey.fold(key), List.copyOf(found));
        });
        this.values = Collections.unmodifiableMap(copy);
    }

    /// @param values by key, in any case; the last of two spellings of one key counts
    public static RequestContext of(Map<String, List<String>> values) {
        return values.isEmpty() ? EMPTY : new RequestContext(values);
    }

    /// The values by key, as they were given.
    public Map<String, List<String>> values() {
        return values;
    }

    /// The values of a key, empty if it is not there.
    public List<String> found(ContextKey key) {
        return byKey.getOrDefault(key.folded(), List.of());
    }
}

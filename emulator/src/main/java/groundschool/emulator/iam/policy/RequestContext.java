package groundschool.emulator.iam.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What is known of a request besides who wants to do what: context keys and their values. A key
/// without values is a key that is not there.
///
/// Source: [Components of a
/// request](https://docs.aws.amazon.com/IAM/latest/UserGuide/intro-structure.html#intro-structure-request)
public final class RequestContext {

    /// Nothing is known.
    public static final RequestContext EMPTY = new RequestContext(Map::of);

    private final Supplier<Map<String, List<String>>> source;
    private volatile Optional<Known> known = Optional.empty();

    private RequestContext(Supplier<Map<String, List<String>>> source) {
        this.source = source;
    }

    private record Known(Map<String, List<String>> values, Map<String, List<String>> byFoldedKey) {}

    /// @param values by key, in any case; the last of two spellings of one key counts
    public static RequestContext of(Map<String, List<String>> values) {
        return values.isEmpty() ? EMPTY : new RequestContext(() -> values);
    }

    /// A context that is put together when the first condition asks for it: most policies have
    /// none.
    ///
    /// @param source may be asked twice, and gives the same each time
    public static RequestContext lazily(Supplier<Map<String, List<String>>> source) {
        return new RequestContext(source);
    }

    /// Whether anything in it has been asked for.
    public boolean isLookedAt() {
        return known.isPresent();
    }

    /// The values by key, as they were given.
    public Map<String, List<String>> values() {
        return known().values();
    }

    private Known known() {
        return known.orElseGet(this::look);
    }

    private Known look() {
        var values = new LinkedHashMap<String, List<String>>();
        var byFoldedKey = new HashMap<String, List<String>>();
        source.get()
                .forEach((key, found) -> {
                    values.put(key, List.copyOf(found));
                    byFoldedKey.put(ContextKey.fold(key), List.copyOf(found));
                });
        var looked = new Known(Collections.unmodifiableMap(values), byFoldedKey);
        known = Optional.of(looked);
        return looked;
    }

    /// The values of a key, empty if it is not there.
    public List<String> found(ContextKey key) {
        return known().byFoldedKey().getOrDefault(key.folded(), List.of());
    }
}

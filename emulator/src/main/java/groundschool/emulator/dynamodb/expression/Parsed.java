package groundschool.emulator.dynamodb.expression;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What texts were parsed to: clients send the same few again and again, with other values.
///
/// @param <K> a text, and what else the outcome depends on
/// @param <V> cannot be changed
final class Parsed<K, V> {

    /// Beyond it all are forgotten.
    private static final int MOST = 500;

    /// What is longer is hardly sent twice, and would take much memory.
    private static final int LONGEST = 500;

    private final Map<K, V> kept = new ConcurrentHashMap<>();

    /// What it was parsed to, now or earlier. What cannot be parsed is not kept.
    V of(String text, K key, Supplier<V> parser) {
        if (text.length() > LONGEST) {
            return parser.get();
        }
        return Optional.ofNullable(kept.get(key))
                .orElseGet(() -> {
                    var parsed = parser.get();
                    if (kept.size() >= MOST) {
                        kept.clear();
                    }
                    kept.put(key, parsed);
                    return parsed;
                });
    }
}

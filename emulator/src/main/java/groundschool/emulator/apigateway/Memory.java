package groundschool.emulator.apigateway;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers answers for a while, on the sandbox's clock. It is not kept: a sandbox that comes back
/// from sleep, or is rewound, has forgotten all.
public final class Memory<V> {

    private static final int KEPT = 10_000;

    private record Remembered<V>(V value, Instant until) {}

    private final Map<String, Remembered<V>> values =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<String, Remembered<V>> eldest) {
                            return size() > KEPT;
                        }
                    });

    public Optional<V> get(String key, Instant now) {
        return Optional.ofNullable(values.get(key))
                .filter(each -> each.until().isAfter(now))
                .map(Remembered::value);
    }

    public void put(String key, V value, Instant until) {
        values.put(key, new Remembered<>(value, until));
    }

    public void forget(String key) {
        values.remove(key);
    }

    /// Forgets all whose keys begin so.
    public void forgetAll(String prefix) {
        synchronized (values) {
            values.keySet().removeIf(key -> key.startsWith(prefix));
        }
    }
}

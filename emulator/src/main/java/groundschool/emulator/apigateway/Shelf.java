package groundschool.emulator.apigateway;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The things of one kind that a sandbox keeps in all Regions, by paths that begin with the Region
/// and mostly go on with the API that they belong to.
///
/// @param <V> a record
public final class Shelf<V> {

    private static final String SEPARATOR = "\u0000";

    private final StoredMap<V> map;

    /// @param name of service and kind, such as `apigateway/stages`
    public Shelf(String name, Class<V> type, Storage storage) {
        this.map = storage.map(name, new JsonFormat<>(type));
    }

    public Optional<V> get(String... path) {
        return map.get(key(path));
    }

    public void put(V value, String... path) {
        map.put(key(path), value);
    }

    public void remove(String... path) {
        map.remove(key(path));
    }

    /// All below a path, in the order of their names.
    public Stream<V> below(String... path) {
        return entries(path).map(Map.Entry::getValue);
    }

    /// Removes all below a path.
    public void clear(String... path) {
        List<Key> keys = entries(path).map(Map.Entry::getKey).toList();
        keys.forEach(map::remove);
    }

    private Stream<Map.Entry<Key, V>> entries(String... path) {
        var from = String.join(SEPARATOR, path);
        return map.ascending(
                Optional.of(Key.of(from + SEPARATOR)), Optional.of(Key.of(from + "\u0001")));
    }

    private static Key key(String... path) {
        return Key.of(String.join(SEPARATOR, path));
    }
}

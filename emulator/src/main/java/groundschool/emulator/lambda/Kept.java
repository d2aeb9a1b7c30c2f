package groundschool.emulator.lambda;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The things of one kind that a sandbox keeps in all Regions, by paths that begin with the Region
/// and the function or layer that they belong to.
///
/// @param <V> a record
public final class Kept<V> {

    private final StoredMap<V> map;

    /// @param name of the kind
    public Kept(String name, Class<V> type, Storage storage) {
        this.map = storage.map("lambda/" + name, new JsonFormat<>(type));
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
        var from = String.join("/", path) + "/";
        var to = String.join("/", path) + "0"; // which comes next after a slash
        return map.ascending(Optional.of(Key.of(from)), Optional.of(Key.of(to)))
                .map(Map.Entry::getValue);
    }

    /// Removes all below a path.
    public void clear(String... path) {
        var from = String.join("/", path) + "/";
        var to = String.join("/", path) + "0";
        List<Key> keys =
                map.ascending(Optional.of(Key.of(from)), Optional.of(Key.of(to)))
                        .map(Map.Entry::getKey)
                        .toList();
        keys.forEach(map::remove);
    }

    /// The paths of all.
    public Stream<String> keys() {
        return map.ascending().map(entry -> entry.getKey().text());
    }

    public boolean isEmpty() {
        return map.isEmpty();
    }

    /// All of every Region.
    public Stream<V> all() {
        return map.ascending().map(Map.Entry::getValue);
    }

    private static Key key(String... path) {
        return Key.of(String.join("/", path));
    }
}

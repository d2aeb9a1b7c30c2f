package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names with values, of headers or of a query, where a name may occur more than once.
///
/// @param entries decoded, in the order sent
/// @param folds whether names compare without regard to case
public record Fields(List<Map.Entry<String, String>> entries, boolean folds) {

    public static final Fields NO_HEADERS = new Fields(List.of(), true);

    public Fields {
        entries = List.copyOf(entries);
    }

    public static Fields of(Headers headers) {
        return new Fields(headers.fields(), true);
    }

    /// The parameters of a query, in which `+` is a blank.
    public static Fields ofQuery(String query) {
        var entries = new ArrayList<Map.Entry<String, String>>();
        for (var part : query.split("&")) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var value = equals < 0 ? "" : part.substring(equals + 1);
            entries.add(Map.entry(UrlText.decode(name), UrlText.decode(value)));
        }
        return new Fields(entries, false);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    private boolean isSame(String one, String other) {
        return folds ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    public List<String> all(String name) {
        return entries.stream()
                .filter(entry -> isSame(entry.getKey(), name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The last value of that name, which counts where there is room for one.
    public Optional<String> last(String name) {
        var all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// All values by name, as the name was first spelt.
    public Map<String, List<String>> multi() {
        var multi = new LinkedHashMap<String, List<String>>();
        for (var entry : entries) {
            var known =
                    multi.keySet().stream()
                            .filter(name -> isSame(name, entry.getKey()))
                            .findFirst()
                            .orElse(entry.getKey());
            multi.computeIfAbsent(known, _ -> new ArrayList<>()).add(entry.getValue());
        }
        return multi;
    }

    /// The last value by name.
    public Map<String, String> single() {
        var single = new LinkedHashMap<String, String>();
        multi().forEach((name, values) -> single.put(name, values.getLast()));
        return single;
    }

    /// With a value in the place of all of that name.
    public Fields with(String name, String value) {
        var others = new ArrayList<>(without(name).entries());
        others.add(Map.entry(name, value));
        return new Fields(others, folds);
    }

    /// With one value more.
    public Fields plus(String name, String value) {
        var others = new ArrayList<>(entries);
        others.add(Map.entry(name, value));
        return new Fields(others, folds);
    }

    public Fields without(String name) {
        return new Fields(
                entries.stream().filter(entry -> !isSame(entry.getKey(), name)).toList(), folds);
    }
}

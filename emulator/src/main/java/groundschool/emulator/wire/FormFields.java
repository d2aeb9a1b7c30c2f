package groundschool.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The fields of a form, or of a query, decoded. Of two with one name the last counts.
///
/// @param values by name
public record FormFields(NavigableMap<String, String> values) {

    public FormFields {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    /// Reads `name=value&…`, where a blank is `+` or `%20`.
    public static FormFields of(String form) {
        var values = new TreeMap<String, String>();
        for (var field : QueryParameters.of(form.strip().replace("+", "%20")).parameters()) {
            values.put(field.getKey(), field.getValue());
        }
        return new FormFields(values);
    }

    /// Reads a body.
    public static FormFields of(byte[] body) {
        return of(new String(body, StandardCharsets.UTF_8));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The names that begin with `prefix`, in order.
    public Stream<String> namesFrom(String prefix) {
        return values.tailMap(prefix, true).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix));
    }

    /// The fields as they are signed for and logged.
    public Map<String, String> all() {
        return values;
    }
}

package groundschool.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// HTTP header fields in the order sent. Names compare without regard to case; a name may occur
/// more than once.
///
/// @param fields name and value, as sent
public record Headers(List<Map.Entry<String, String>> fields) {

    public Headers {
        fields = List.copyOf(fields);
    }

    /// No header at all.
    public static Headers none() {
        return new Headers(List.of());
    }

    /// Headers from names and values in turn.
    public static Headers of(String... namesAndValues) {
        var fields = new ArrayList<Map.Entry<String, String>>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(Map.entry(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    /// The value of the first field of that name.
    public Optional<String> first(String name) {
        for (var field : fields) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    /// The values of all fields of that name, in the order sent.
    public List<String> all(String name) {
        List<String> values = List.of();
        for (var field : fields) {
            if (field.getKey().equalsIgnoreCase(name)) {
                if (values.isEmpty()) {
                    values = List.of(field.getValue());
                } else {
                    values = new ArrayList<>(values);
                    values.add(field.getValue());
                }
            }
        }
        return values;
    }

    /// These fields and one more.
    public Headers with(String name, String value) {
        var more = new ArrayList<>(fields);
        more.add(Map.entry(name, value));
        return new Headers(more);
    }
}

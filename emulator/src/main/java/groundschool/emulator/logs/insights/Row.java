package groundschool.emulator.logs.insights;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// One record that passes through a query: an event's fields, or a group's values.
public final class Row {

    /// As records come that nobody sorts.
    public static final Comparator<Row> LATEST_FIRST =
            Comparator.comparing((Row row) -> row.get("@timestamp"), Scalar.ORDER).reversed();

    private final Map<String, Scalar> values;

    Row(Map<String, Scalar> values) {
        this.values = values;
    }

    Scalar get(String field) {
        return values.getOrDefault(field, new Scalar.Missing());
    }

    Row with(Map<String, Scalar> more) {
        var all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Row(all);
    }

    /// All fields, in the order in which they were found.
    public Map<String, Scalar> values() {
        return Collections.unmodifiableMap(values);
    }
}

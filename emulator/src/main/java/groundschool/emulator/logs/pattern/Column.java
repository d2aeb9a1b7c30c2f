package groundschool.emulator.logs.pattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One field of a line whose fields have spaces between them.
///
/// @param name `...` for any number of fields; empty if it has none
/// @param conditions one at least of which must hold, each all of its comparisons; none if the
///   field may be anything
record Column(String name, List<List<Comparison>> conditions) {

    static final String ANY = "...";

    Column {
        conditions = conditions.stream().map(List::copyOf).toList();
    }

    boolean isRest() {
        return name.equals(ANY);
    }

    /// Gives the fields of a line to columns, by selector: `$name`, or `$4` for the fourth if it
    /// has no name.
    ///
    /// @return absent if there are too many fields, or too few
    static Optional<Map<String, String>> assign(List<Column> columns, List<String> fields) {
        int rest = -1;
        for (int i = 0; i < columns.size(); i++) {
            rest = columns.get(i).isRest() ? i : rest;
        }
        int more = fields.size() - columns.size();
        if (rest < 0 ? more != 0 : more < -1) {
            return Optional.empty();
        }
        var found = new LinkedHashMap<String, String>();
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            int taken = i == rest ? more + 1 : 1;
            for (int j = 0; j < taken; j++) {
                found.put(columns.get(i).selector(at + 1), fields.get(at));
                at++;
            }
        }
        return Optional.of(found);
    }

    boolean holds(Map<String, String> found) {
        if (conditions.isEmpty()) {
            return true;
        }
        var value = Optional.ofNullable(found.get("$" + name));
        return value.isPresent()
                && conditions.stream()
                        .anyMatch(all ->
                                all.stream().allMatch(comparison -> comparison.holds(value.get())));
    }

    private String selector(int number) {
        return "$" + (name.isEmpty() || isRest() ? Integer.toString(number) : name);
    }

    @Override
    public String toString() {
        if (conditions.isEmpty()) {
            return name;
        }
        return conditions.stream()
                .map(all ->
                        all.stream()
                                .map(comparison -> name + " " + comparison)
                                .collect(Collectors.joining(" && ")))
                .collect(Collectors.joining(" || "));
    }
}

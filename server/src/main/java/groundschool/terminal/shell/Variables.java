package groundschool.terminal.shell;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The variables of a terminal, and which of them the programs see.
public final class Variables {

    private final SortedMap<String, String> values = new TreeMap<>();
    private final Set<String> exported = new HashSet<>();

    /// @param environment variables that are exported from the start
    /// @param own variables that are not
    public Variables(Map<String, String> environment, Map<String, String> own) {
        values.putAll(environment);
        exported.addAll(environment.keySet());
        values.putAll(own);
    }

    private Variables(Variables other) {
        values.putAll(other.values);
        exported.addAll(other.exported);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    void export(String name) {
        exported.add(name);
    }

    void unset(String name) {
        values.remove(name);
        exported.remove(name);
    }

    /// The exported ones, as programs see them.
    public SortedMap<String, String> environment() {
        var environment = new TreeMap<>(values);
        environment.keySet().retainAll(exported);
        return environment;
    }

    /// The others, which only the shell sees.
    public SortedMap<String, String> own() {
        var own = new TreeMap<>(values);
        own.keySet().removeAll(exported);
        return own;
    }

    Variables copy() {
        return new Variables(this);
    }
}

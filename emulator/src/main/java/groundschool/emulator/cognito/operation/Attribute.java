package groundschool.emulator.cognito.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that is known of somebody.
///
/// @param value empty if it is to be taken away
record Attribute(String name, Optional<String> value) {

    /// By name; of two with one name the last counts.
    static Map<String, String> map(Optional<List<Attribute>> attributes) {
        var all = new LinkedHashMap<String, String>();
        attributes.orElse(List.of()).forEach(each -> all.put(each.name(), each.value().orElse("")));
        return all;
    }

    static List<Attribute> list(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(each -> new Attribute(each.getKey(), Optional.of(each.getValue())))
                .toList();
    }
}

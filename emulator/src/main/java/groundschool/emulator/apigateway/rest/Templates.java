package groundschool.emulator.apigateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Mapping templates by content type.
public final class Templates {

    private Templates() {}

    /// The same, where an empty one is no template.
    static Map<String, Optional<String>> withoutEmpty(Map<String, Optional<String>> templates) {
        var some = new LinkedHashMap<String, Optional<String>>();
        templates.forEach(
                (type, template) -> some.put(type, template.filter(text -> !text.isEmpty())));
        return some;
    }
}

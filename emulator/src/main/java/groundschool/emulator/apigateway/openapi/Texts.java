package groundschool.emulator.apigateway.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Texts of documents.
final class Texts {

    private Texts() {}

    /// The members of an object that are texts, or nothing if there are none.
    static Optional<Map<String, String>> map(JsonNode node) {
        var map = new TreeMap<String, String>();
        for (var member : node.properties()) {
            map.put(member.getKey(), member.getValue().asString(member.getValue().toString()));
        }
        return map.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    /// The same for templates.
    static Optional<Map<String, Optional<String>>> templates(JsonNode node) {
        return map(node)
                .map(texts -> {
                    var templates = new TreeMap<String, Optional<String>>();
                    texts.forEach((type, text) -> templates.put(type, Optional.of(text)));
                    return templates;
                });
    }

    static List<String> list(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }
}

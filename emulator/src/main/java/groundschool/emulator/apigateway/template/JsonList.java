package groundschool.emulator.apigateway.template;

import groundschool.emulator.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A list as templates print it: as JSON, where objects are printed as Java prints maps.
///
/// Source: recorded answers
public final class JsonList extends ArrayList<Object> {

    private static final long serialVersionUID = 1;

    @Override
    public String toString() {
        return Json.mapper().writeValueAsString(new ArrayList<>(this));
    }

    /// JSON as templates see it: maps, lists, texts, numbers and truth values.
    public static @Nullable Object of(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            for (var member : node.properties()) {
                map.put(member.getKey(), of(member.getValue()));
            }
            return map;
        }
        if (node.isArray()) {
            var list = new JsonList();
            for (var element : node) {
                list.add(of(element));
            }
            return list;
        }
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? (Object) node.asInt() : (Object) node.asLong();
        }
        return node.isNumber() ? (Object) node.asDouble() : node.asString();
    }
}

package groundschool.emulator.apigateway.template;

import groundschool.emulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// `$input`: the body and the parameters of what is mapped.
///
/// Source: [$input
/// variables](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#input-variable-reference)
public final class InputVariable {

    private final String body;
    private final Map<String, Map<String, String>> parameters;
    private final Supplier<@Nullable Object> document;

    /// @param parameters by place: `path`, `querystring`, `header`
    public InputVariable(String body, Map<String, Map<String, String>> parameters) {
        this.body = body;
        this.parameters = parameters;
        this.document = () -> parsed(body);
    }

    private static @Nullable Object parsed(String body) {
        if (body.isBlank()) {
            return null;
        }
        try {
            return JsonList.of(Json.mapper().readTree(body));
        } catch (JacksonException _) {
            return body;
        }
    }

    /// The body as it is; `{}` if there is none.
    public String getBody() {
        return body.isEmpty() ? "{}" : body;
    }

    /// What a path leads to, as JSON.
    public String json(String path) {
        var value = at(path);
        return value == null ? "\"\"" : Json.mapper().writeValueAsString(value);
    }

    /// What a path leads to, as an object that templates can go on with.
    public @Nullable Object path(String path) {
        return at(path);
    }

    private @Nullable Object at(String path) {
        var result = JsonPath.read(document.get(), path);
        if (result.several()) {
            var list = new JsonList();
            list.addAll(result.found());
            return list;
        }
        return result.found().isEmpty() ? null : result.found().getFirst();
    }

    /// All parameters by place.
    public Map<String, Map<String, String>> params() {
        return parameters;
    }

    /// Those of one place, or the value of a name wherever it is: in the path, the query or the
    /// headers.
    public @Nullable Object params(String name) {
        var place = parameters.get(name);
        if (place != null) {
            return place;
        }
        for (var where : List.of("path", "querystring")) {
            var value = parameters.getOrDefault(where, Map.of()).get(name);
            if (value != null) {
                return value;
            }
        }
        return parameters.getOrDefault("header", Map.of()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}

package groundschool.emulator.apigateway.rest;

import java.util.Map;
import java.util.Optional;

/// What an API says where nobody has set anything else.
public final class GatewayResponses {

    private static final Map<String, String> TEMPLATES =
            Map.of("application/json", "{\"message\":$context.error.messageString}");

    private GatewayResponses() {}

    /// One, as it is shown: set, or made of the one that stands for many, or as AWS has it.
    ///
    /// @param own what the API has set, by type
    public static GatewayResponse of(ResponseType type, Map<String, GatewayResponse> own) {
        var set = own.get(type.name());
        if (set != null) {
            return set;
        }
        var shared = own.get(type.fallback().name());
        var status = type.status().map(Object::toString);
        if (shared != null) {
            return new GatewayResponse(
                    type.name(),
                    shared.statusCode().or(() -> status),
                    shared.responseParameters(),
                    shared.responseTemplates(),
                    true);
        }
        return new GatewayResponse(type.name(), status, Map.of(), TEMPLATES, true);
    }

    /// One that was set, with what was left out.
    public static GatewayResponse set(
            ResponseType type,
            Optional<String> status,
            Optional<Map<String, String>> parameters,
            Optional<Map<String, String>> templates) {
        return new GatewayResponse(
                type.name(),
                status.filter(text -> !text.isEmpty())
                        .or(() -> type.status().map(Object::toString)),
                parameters.orElse(Map.of()),
                templates.orElse(TEMPLATES),
                false);
    }
}

package groundschool.emulator.apigatewayv2.api;

import groundschool.emulator.wire.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// What a message of a WebSocket API looks like: a JSON Schema of draft 4.
///
/// Source: [Models for WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html)
public record Model(
        String modelId,
        String name,
        String contentType,
        Optional<String> description,
        String schema) {

    /// Whether its schema is one, as far as can be told without resolving what it refers to.
    public boolean hasSchema() {
        try {
            return Json.mapper().readTree(schema).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }
}

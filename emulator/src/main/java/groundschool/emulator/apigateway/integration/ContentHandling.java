package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Bodies as integrations want them: bytes as base64, or base64 as bytes.
///
/// Source: [Content type conversions in API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html)
final class ContentHandling {

    private ContentHandling() {}

    /// The body of a request, as it goes to the backend.
    ///
    /// @param how `CONVERT_TO_TEXT`, `CONVERT_TO_BINARY` or nothing
    static byte[] sent(Optional<String> how, Exchange exchange) {
        var request = exchange.request();
        boolean binary =
                request.headers()
                        .last("Content-Type")
                        .filter(exchange.served()::isBinary)
                        .isPresent();
        return switch (how.orElse("")) {
            case "CONVERT_TO_TEXT" ->
                    binary ? Base64.getEncoder().encode(request.body()) : request.body();
            case "CONVERT_TO_BINARY" -> binary ? request.body() : decoded(request.body());
            default -> binary ? request.body() : request.text().getBytes(StandardCharsets.UTF_8);
        };
    }

    /// The body of an answer, as it goes to the client.
    static byte[] received(Optional<String> how, byte[] body) {
        return switch (how.orElse("")) {
            case "CONVERT_TO_BINARY" -> decoded(body);
            case "CONVERT_TO_TEXT" -> Base64.getEncoder().encode(body);
            default -> body;
        };
    }

    private static byte[] decoded(byte[] base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Unable to base64 decode the body.");
        }
    }
}

package groundschool.emulator.apigatewayv2.api;

import java.util.List;
import java.util.Optional;

/// Which pages of other origins may call an API.
///
/// Source: [Configure CORS for HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html)
public record Cors(
        Optional<Boolean> allowCredentials,
        Optional<List<String>> allowHeaders,
        Optional<List<String>> allowMethods,
        Optional<List<String>> allowOrigins,
        Optional<List<String>> exposeHeaders,
        Optional<Integer> maxAge) {}

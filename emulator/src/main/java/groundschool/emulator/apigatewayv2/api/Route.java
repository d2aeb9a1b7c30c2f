package groundschool.emulator.apigatewayv2.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What requests of one form lead to.
///
/// @param routeKey a verb and a path, such as `GET /pets/{id}`, or `$default`; of a WebSocket API
///   what its route selection expression makes of a message, or `$connect`, `$disconnect`,
///   `$default`
/// @param target such as `integrations/abcdefg`
/// @param requestModels that messages are held against, by what `modelSelectionExpression` makes of
///   one
/// @param routeResponseSelectionExpression present if clients of a WebSocket API are answered
public record Route(
        String routeId,
        String routeKey,
        Optional<String> target,
        String authorizationType,
        Optional<String> authorizerId,
        Optional<List<String>> authorizationScopes,
        boolean apiKeyRequired,
        Optional<String> operationName,
        Optional<String> routeResponseSelectionExpression,
        Optional<Map<String, String>> requestModels,
        Optional<String> modelSelectionExpression,
        Optional<Boolean> apiGatewayManaged) {}

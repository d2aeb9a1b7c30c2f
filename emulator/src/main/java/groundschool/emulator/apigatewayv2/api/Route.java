package groundschool.emulator.apigatewayv2.api;

import java.util.List;
import java.util.Optional;

/// What requests of one form lead to.
///
/// @param routeKey a verb and a path, such as `GET /pets/{id}`, or `$default`
/// @param target such as `integrations/abcdefg`
public record Route(
        String routeId,
        String routeKey,
        Optional<String> target,
        String authorizationType,
        Optional<String> authorizerId,
        Optional<List<String>> authorizationScopes,
        boolean apiKeyRequired,
        Optional<String> operationName,
        Optional<Boolean> apiGatewayManaged) {}

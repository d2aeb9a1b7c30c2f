package groundschool.emulator.apigatewayv2;

import java.util.Map;
import java.util.Optional;

/// What the function of an authorizer said of a request.
///
/// @param context what it passes on
/// @param policy that it gives, by which each request is decided; absent if it just said yes or no
/// @param allowed where there is no policy
public record Decided(
        Map<String, Object> context,
        Optional<groundschool.emulator.apigateway.serve.VisitorPolicy> policy,
        boolean allowed) {}

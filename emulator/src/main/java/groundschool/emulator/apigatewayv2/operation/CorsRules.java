package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Cors;
import java.util.List;
import java.util.Optional;

/// What a CORS configuration must be like.
final class CorsRules {

    private CorsRules() {}

    /// @throws AwsException if credentials are allowed to everybody
    static void check(Optional<Cors> cors) {
        cors.filter(each -> each.allowCredentials().orElse(false))
                .filter(each -> each.allowOrigins().orElse(List.of()).contains("*"))
                .ifPresent(_ -> {
                    throw V2Errors.badRequest("allowCredentials is not supported for origin *");
                });
    }
}

package groundschool.emulator.apigatewayv2.api;

import java.util.List;
import java.util.Optional;

/// What decides whether a request comes from whom it says.
///
/// @param authorizerType `JWT` or `REQUEST`
public record Authorizer(
        String authorizerId,
        String authorizerType,
        String name,
        List<String> identitySource,
        Optional<String> authorizerUri,
        Optional<String> authorizerCredentialsArn,
        Optional<String> authorizerPayloadFormatVersion,
        Optional<Integer> authorizerResultTtlInSeconds,
        Optional<Boolean> enableSimpleResponses,
        Optional<String> identityValidationExpression,
        Optional<JwtConfiguration> jwtConfiguration) {

    /// How long an answer of the function counts.
    public int ttlSeconds() {
        return authorizerResultTtlInSeconds.orElse(300);
    }
}

package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.JwtConfiguration;

/// What authorizers must be like.
final class AuthorizerRules {

    private AuthorizerRules() {}

    /// @throws AwsException if something is missing
    static Authorizer checked(HttpApi api, Authorizer authorizer) {
        if (api.speaksWebSocket()) {
            return SocketRules.checked(authorizer);
        }
        V2Errors.refuse(
                "identityValidationExpression, which AWS passes over for HTTP APIs, and so nothing",
                authorizer.identityValidationExpression().isPresent());
        if (authorizer.authorizerType().equals("JWT")) {
            var jwt = authorizer.jwtConfiguration();
            if (jwt.flatMap(JwtConfiguration::issuer).isEmpty()
                    || jwt.flatMap(JwtConfiguration::audience)
                            .filter(all -> !all.isEmpty())
                            .isEmpty()) {
                throw V2Errors.badRequest(
                        "A JWT authorizer needs an issuer and at least one audience");
            }
            if (authorizer.identitySource().size() != 1) {
                throw V2Errors.badRequest("A JWT authorizer needs exactly one identity source");
            }
        } else if (authorizer.authorizerUri().isEmpty()) {
            throw V2Errors.badRequest("AuthorizerUri is required for a REQUEST authorizer");
        } else if (authorizer
                .authorizerPayloadFormatVersion()
                .filter(v -> v.matches("[12]\\.0"))
                .isEmpty()) {
            throw V2Errors.badRequest(
                    "AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer");
        } else if (authorizer.enableSimpleResponses().orElse(false)
                && authorizer.authorizerPayloadFormatVersion().filter("2.0"::equals).isEmpty()) {
            throw V2Errors.badRequest(
                    "EnableSimpleResponses can only be set to true for AuthorizerPayloadFormatVersion 2.0");
        }
        for (var source : authorizer.identitySource()) {
            if (!source.matches(
                    "\\$(request\\.(header|querystring)|context|stageVariables)\\..+")) {
                throw V2Errors.badRequest("Invalid identity source: " + source);
            }
        }
        return authorizer;
    }
}

package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.Model;
import groundschool.emulator.apigatewayv2.api.Route;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What integrations, routes and authorizers of WebSocket APIs must be like.
///
/// Source: [Integrations for WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html)
final class SocketRules {

    private static final int MOST_MILLIS = 29_000;
    private static final List<String> OWN_KEYS = List.of("$connect", "$disconnect", "$default");
    private static final Pattern TARGET =
            Pattern.compile("integration\\.request\\.(header|querystring|path)\\.[^.]+");
    private static final Pattern SOURCE =
            Pattern.compile(
                    "'.*'|context\\..+|stageVariables\\..+|route\\.request\\.(body|(header|querystring|body)\\..+)");
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "route\\.request\\.(header|querystring)\\..+|context\\..+|stageVariables\\..+");

    private static final List<String> KEY_EXPRESSIONS =
            List.of("$request.header.x-api-key", "$context.authorizer.usageIdentifierKey");

    private SocketRules() {}

    /// @throws AwsException if API keys are in neither of the places where AWS looks for them
    static void checkKeyExpression(String expression) {
        if (!KEY_EXPRESSIONS.contains(expression)) {
            throw V2Errors.badRequest("Invalid ApiKeySelectionExpression specified: " + expression);
        }
    }

    /// @throws AwsException if something is not as it must be
    static Integration checked(Integration integration) {
        var type = integration.integrationType();
        V2Errors.refuse("tlsConfig", integration.tlsConfig().isPresent());
        V2Errors.refuse("connectionType VPC_LINK", integration.connectionType().equals("VPC_LINK"));
        V2Errors.refuse(
                "responseParameters of integrations, which AWS has for HTTP APIs only, and so nothing",
                integration.responseParameters().filter(all -> !all.isEmpty()).isPresent());
        if (integration.timeoutInMillis() > MOST_MILLIS) {
            throw V2Errors.badRequest(
                    "Timeout should be between 50 ms and 29000 ms for WEBSOCKET protocol");
        }
        if (!integration.payloadFormatVersion().equals("1.0")) {
            throw V2Errors.badRequest("PayloadFormatVersion must be 1.0 for WEBSOCKET protocol");
        }
        var uri = integration.integrationUri().orElse("");
        if (type.equals("AWS_PROXY") && !IntegrationRules.FUNCTION.matcher(uri).matches()) {
            throw V2Errors.badRequest("Invalid lambda function URI specified: " + uri);
        }
        if (type.equals("AWS")
                && !uri.matches("arn:aws[a-z-]*:apigateway:[a-z0-9-]+:[^:]+:(path|action)/.+")) {
            throw V2Errors.badRequest("Invalid ARN specified for URI: " + uri);
        }
        if (type.startsWith("HTTP") && !uri.matches("https?://.+")) {
            throw V2Errors.badRequest("Invalid HTTP endpoint specified for URI");
        }
        if (!type.equals("MOCK")
                && !type.equals("AWS_PROXY")
                && integration.integrationMethod().isEmpty()) {
            throw V2Errors.badRequest(
                    "HttpMethod must be non-empty for %s integrations".formatted(type));
        }
        SelectionRules.check(
                "TemplateSelectionExpression", integration.templateSelectionExpression());
        check(integration.requestParameters().orElse(Map.of()));
        return integration;
    }

    private static void check(Map<String, String> mappings) {
        for (var mapping : mappings.entrySet()) {
            if (!TARGET.matcher(mapping.getKey()).matches()
                    || !SOURCE.matcher(mapping.getValue()).matches()) {
                throw V2Errors.badRequest(
                        "Invalid mapping expression specified: "
                                + mapping.getKey()
                                + " from "
                                + mapping.getValue());
            }
        }
    }

    /// @throws AwsException if something is not as it must be
    static Route checked(Route route) {
        var key = route.routeKey();
        if (key.isBlank() || (key.startsWith("$") && !OWN_KEYS.contains(key))) {
            throw V2Errors.badRequest(
                    "The provided route key is not formatted properly for WEBSOCKET protocol");
        }
        if (!key.equals("$connect") && !route.authorizationType().equals("NONE")) {
            throw V2Errors.badRequest(
                    "Currently, authorization is restricted to the $connect route only");
        }
        if (route.authorizationType().equals("JWT")) {
            throw V2Errors.badRequest("JWT authorization is not supported for WEBSOCKET protocol");
        }
        route.routeResponseSelectionExpression()
                .filter(each -> !each.equals("$default"))
                .ifPresent(each -> {
                    throw V2Errors.badRequest(
                            "RouteResponseSelectionExpression must be $default, not " + each);
                });
        return route;
    }

    /// @throws AwsException if it names a model that is not there
    static void checkModels(Route route, List<Model> models) {
        SelectionRules.check("ModelSelectionExpression", route.modelSelectionExpression());
        for (var name : route.requestModels().orElse(Map.of()).values()) {
            if (models.stream().noneMatch(each -> each.name().equals(name))) {
                throw V2Errors.badRequest(
                        "Invalid model identifier specified: [%s]".formatted(name));
            }
        }
    }

    /// @throws AwsException if something is not as it must be
    static Authorizer checked(Authorizer authorizer) {
        if (!authorizer.authorizerType().equals("REQUEST")) {
            throw V2Errors.badRequest(
                    "Only REQUEST authorizers are supported for WEBSOCKET protocol");
        }
        if (authorizer.authorizerUri().isEmpty()) {
            throw V2Errors.badRequest("AuthorizerUri is required for a REQUEST authorizer");
        }
        if (authorizer.authorizerPayloadFormatVersion().isPresent()
                || authorizer.enableSimpleResponses().orElse(false)
                || authorizer.authorizerResultTtlInSeconds().filter(ttl -> ttl > 0).isPresent()) {
            throw V2Errors.badRequest(
                    "AuthorizerPayloadFormatVersion, EnableSimpleResponses and AuthorizerResultTtlInSeconds are not supported for WEBSOCKET protocol");
        }
        for (var source : authorizer.identitySource()) {
            if (!IDENTITY.matcher(source).matches()) {
                throw V2Errors.badRequest("Invalid identity source: " + source);
            }
        }
        return authorizer;
    }
}

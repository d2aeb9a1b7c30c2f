package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.Integration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What integrations must be like.
final class IntegrationRules {

    static final Pattern FUNCTION =
            Pattern.compile(
                    "arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:.+|arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/.+");
    private static final Pattern MAPPING =
            Pattern.compile(
                    "(append|overwrite|remove):(header|querystring)\\..+|overwrite:path|overwrite:statuscode");

    private IntegrationRules() {}

    /// @throws AwsException if something is not as it must be
    static Integration checked(HttpApi api, Integration integration) {
        if (api.speaksWebSocket()) {
            return SocketRules.checked(integration);
        }
        var type = integration.integrationType();
        V2Errors.refuse(
                "templates and their like, which AWS has for WebSocket APIs only, and so nothing",
                integration.passthroughBehavior().isPresent()
                        || integration.requestTemplates().isPresent()
                        || integration.templateSelectionExpression().isPresent());
        if (!type.equals("AWS_PROXY") && !type.equals("HTTP_PROXY")) {
            throw V2Errors.badRequest(
                    "Invalid IntegrationType. HTTP APIs support AWS_PROXY and HTTP_PROXY only.");
        }
        V2Errors.refuse("tlsConfig", integration.tlsConfig().isPresent());
        V2Errors.refuse("connectionType VPC_LINK", integration.connectionType().equals("VPC_LINK"));
        var uri = integration.integrationUri().orElse("");
        if (type.equals("AWS_PROXY") && !FUNCTION.matcher(uri).matches()) {
            throw V2Errors.badRequest("Invalid lambda function URI specified: " + uri);
        }
        if (type.equals("HTTP_PROXY")) {
            if (!uri.matches("https?://.+")) {
                throw V2Errors.badRequest("Invalid HTTP endpoint specified for URI");
            }
            if (integration.integrationMethod().isEmpty()) {
                throw V2Errors.badRequest(
                        "HttpMethod must be non-empty for HTTP_PROXY integrations");
            }
            if (!integration.payloadFormatVersion().equals("1.0")) {
                throw V2Errors.badRequest(
                        "PayloadFormatVersion must be 1.0 for HTTP_PROXY integrations");
            }
        }
        if (!List.of("1.0", "2.0").contains(integration.payloadFormatVersion())) {
            throw V2Errors.badRequest("PayloadFormatVersion must be 1.0 or 2.0");
        }
        check(integration.requestParameters().orElse(Map.of()));
        integration.responseParameters().orElse(Map.of()).values().forEach(IntegrationRules::check);
        return integration;
    }

    private static void check(Map<String, String> mappings) {
        for (var key : mappings.keySet()) {
            if (!MAPPING.matcher(key).matches()) {
                throw V2Errors.badRequest("Invalid mapping expression specified: " + key);
            }
        }
    }
}

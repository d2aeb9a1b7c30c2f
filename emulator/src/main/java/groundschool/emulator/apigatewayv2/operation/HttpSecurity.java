package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.openapi.Document;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.JwtConfiguration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads who may call an HTTP API.
///
/// Source: [x-amazon-apigateway-authorizer for HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html)
record HttpSecurity(Document document, HttpApis apis, Call call) {

    static final Scheme NONE = new Scheme("NONE", Optional.empty());

    /// What a scheme comes down to.
    ///
    /// @param type `AWS_IAM`, `CUSTOM`, `JWT` or `NONE`
    record Scheme(String type, Optional<String> authorizerId) {}

    /// By name; the authorizers are made.
    Map<String, Scheme> authorizers(HttpApi api) {
        var schemes = new HashMap<String, Scheme>();
        for (var entry : document.security().properties()) {
            var node = entry.getValue();
            var extension = node.path("x-amazon-apigateway-authorizer");
            if (node.path("x-amazon-apigateway-authtype")
                    .asString("")
                    .equalsIgnoreCase("awsSigv4")) {
                schemes.put(entry.getKey(), new Scheme("AWS_IAM", Optional.empty()));
            } else if (extension.isObject()) {
                var authorizer =
                        AuthorizerRules.checked(api, authorizer(entry.getKey(), extension));
                apis.put(call.region(), api.apiId(), authorizer);
                schemes.put(
                        entry.getKey(),
                        new Scheme(
                                authorizer.authorizerType().equals("JWT") ? "JWT" : "CUSTOM",
                                Optional.of(authorizer.authorizerId())));
            }
        }
        return schemes;
    }

    private Authorizer authorizer(String name, JsonNode extension) {
        var type = extension.path("type").asString("").toUpperCase(Locale.ROOT);
        if (!type.equals("JWT") && !type.equals("REQUEST")) {
            throw V2Errors.badRequest("Invalid authorizer type: " + type.toLowerCase(Locale.ROOT));
        }
        var jwt = extension.path("jwtConfiguration");
        return new Authorizer(
                Ids.next(call.random(), Ids.SHORT),
                type,
                name,
                sources(extension.path("identitySource")),
                extension.path("authorizerUri").stringValueOpt(),
                extension.path("authorizerCredentials").stringValueOpt(),
                extension.path("authorizerPayloadFormatVersion").stringValueOpt(),
                extension.path("authorizerResultTtlInSeconds").isInt()
                        ? Optional.of(extension.path("authorizerResultTtlInSeconds").asInt())
                        : Optional.empty(),
                extension.path("enableSimpleResponses").booleanValueOpt(),
                Optional.empty(),
                jwt.isObject()
                        ? Optional.of(
                                new JwtConfiguration(
                                        HttpImporter.list(jwt.path("audience")),
                                        jwt.path("issuer").stringValueOpt()))
                        : Optional.empty());
    }

    private static List<String> sources(JsonNode node) {
        return HttpImporter.list(node)
                .orElseGet(() ->
                        Arrays.stream(node.asString("").split(","))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .toList());
    }
}

package groundschool.emulator.apigateway.openapi;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.Authorizer;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads who may call what.
///
/// Source:
/// [x-amazon-apigateway-authorizer](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html)
record SecurityReader(Document document, RestApis apis, Call call) {

    /// What a scheme comes down to.
    ///
    /// @param type `AWS_IAM`, `CUSTOM`, `COGNITO_USER_POOLS`, or `KEY` for API keys
    record Scheme(String type, Optional<String> authorizerId) {}

    /// By name; the authorizers are made.
    Map<String, Scheme> authorizers(RestApi api) {
        var schemes = new HashMap<String, Scheme>();
        for (var entry : document.security().properties()) {
            var node = entry.getValue();
            var type = node.path("x-amazon-apigateway-authtype").asString("");
            var extension = node.path("x-amazon-apigateway-authorizer");
            if (type.equalsIgnoreCase("awsSigv4")) {
                schemes.put(entry.getKey(), new Scheme("AWS_IAM", Optional.empty()));
            } else if (extension.isObject()) {
                var authorizer = authorizer(entry.getKey(), node, extension);
                apis.put(api.id(), authorizer);
                schemes.put(
                        entry.getKey(),
                        new Scheme(
                                authorizer.type().equals("COGNITO_USER_POOLS")
                                        ? "COGNITO_USER_POOLS"
                                        : "CUSTOM",
                                Optional.of(authorizer.id())));
            } else if (node.path("type").asString("").equals("apiKey")
                    && node.path("name").asString("").equalsIgnoreCase("x-api-key")) {
                schemes.put(entry.getKey(), new Scheme("KEY", Optional.empty()));
            }
        }
        return schemes;
    }

    private Authorizer authorizer(String name, JsonNode scheme, JsonNode extension) {
        var type = extension.path("type").asString("token").toUpperCase(Locale.ROOT);
        var source =
                extension
                        .path("identitySource")
                        .stringValueOpt()
                        .or(() ->
                                type.equals("REQUEST")
                                        ? Optional.empty()
                                        : Optional.of(
                                                "method.request.header."
                                                        + scheme.path("name")
                                                                .asString("Authorization")));
        var pools = Texts.list(extension.path("providerARNs"));
        return new Authorizer(
                        Ids.next(call.random(), Ids.SHORT),
                        name,
                        type,
                        pools.isEmpty() ? Optional.empty() : Optional.of(pools),
                        scheme.path("x-amazon-apigateway-authtype").stringValueOpt(),
                        extension.path("authorizerUri").stringValueOpt(),
                        extension.path("authorizerCredentials").stringValueOpt(),
                        source,
                        extension.path("identityValidationExpression").stringValueOpt(),
                        extension.path("authorizerResultTtlInSeconds").isInt()
                                ? Optional.of(
                                        extension.path("authorizerResultTtlInSeconds").asInt())
                                : Optional.empty())
                .checked();
    }
}

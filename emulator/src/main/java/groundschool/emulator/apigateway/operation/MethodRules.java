package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigateway.rest.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What methods must be like.
///
/// Source: recorded answers
public final class MethodRules {

    private static final List<String> VERBS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY");

    private MethodRules() {}

    /// @throws AwsException if it is no verb
    public static void checkVerb(String verb) {
        if (!VERBS.contains(verb)) {
            throw GatewayErrors.badRequest(
                    "Invalid HttpMethod specified. Valid options are " + String.join(",", VERBS));
        }
    }

    /// The method as it is kept.
    ///
    /// @throws AwsException if it refers to what is not there
    public static Method checked(String api, Method method, RestApis apis) {
        var authorization = method.authorization();
        if (!List.of("NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS").contains(authorization)) {
            throw GatewayErrors.badRequest(
                    "Invalid authorization type specified. Valid options are NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS");
        }
        boolean needs =
                authorization.equals("CUSTOM") || authorization.equals("COGNITO_USER_POOLS");
        if (needs && method.authorizerId().filter(id -> apis.hasAuthorizer(api, id)).isEmpty()) {
            throw GatewayErrors.noAuthorizerForMethod();
        }
        method.requestValidatorId()
                .filter(id -> !id.isEmpty())
                .filter(id -> apis.findValidator(api, id).isEmpty())
                .ifPresent(_ -> {
                    throw GatewayErrors.badRequest(
                            "Invalid Request Validator identifier specified");
                });
        method.requestModels()
                .orElse(Map.of())
                .values()
                .forEach(name -> {
                    if (apis.findModel(api, name).isEmpty()) {
                        throw GatewayErrors.badRequest(
                                "Invalid model identifier specified: " + name);
                    }
                });
        checkParameters(method.requestParameters().orElse(Map.of()));
        return new Method(
                method.httpMethod(),
                method.authorizationType(),
                needs ? method.authorizerId() : Optional.empty(),
                method.apiKeyRequired(),
                method.requestValidatorId().filter(id -> !id.isEmpty()),
                method.operationName(),
                method.requestParameters().filter(some -> !some.isEmpty()),
                method.requestModels().filter(some -> !some.isEmpty()),
                method.methodResponses(),
                method.methodIntegration(),
                method.authorizationScopes().filter(some -> !some.isEmpty()));
    }

    private static void checkParameters(Map<String, Boolean> parameters) {
        var names = new java.util.HashSet<String>();
        for (var parameter : parameters.keySet()) {
            if (!parameter.matches("method\\.request\\.(querystring|header|path)\\..+")) {
                throw GatewayErrors.badRequest(
                        "Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: %s]"
                                .formatted(parameter));
            }
            if (!names.add(parameter.split("\\.", 4)[3])) {
                throw GatewayErrors.badRequest(
                        "Parameter names must be unique across querystring, header and path");
            }
        }
    }
}

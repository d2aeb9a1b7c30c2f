package groundschool.emulator.apigateway.rest;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a resource does for one verb.
///
/// Source: [Method](https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html)
///
/// @param httpMethod `ANY` is for all that have none of their own
/// @param requestParameters what requests have, and whether they must
/// @param requestModels by content type
/// @param methodResponses by status
public record Method(
        Optional<String> httpMethod,
        Optional<String> authorizationType,
        Optional<String> authorizerId,
        Optional<Boolean> apiKeyRequired,
        Optional<String> requestValidatorId,
        Optional<String> operationName,
        Optional<Map<String, Boolean>> requestParameters,
        Optional<Map<String, String>> requestModels,
        Optional<Map<String, MethodResponse>> methodResponses,
        Optional<Integration> methodIntegration,
        Optional<List<String>> authorizationScopes) {

    /// What a resource shows of a method when nobody asked for more: that it is there.
    public static final Method UNSEEN =
            new Method(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// The verb.
    public String verb() {
        return httpMethod.orElse("ANY");
    }

    /// `NONE`, `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`.
    public String authorization() {
        return authorizationType.orElse("NONE");
    }

    /// @throws AwsException if it has none
    public Integration integration() {
        return methodIntegration.orElseThrow(GatewayErrors::noIntegration);
    }

    /// @throws AwsException if it has none
    public MethodResponse response(String status) {
        return methodResponses
                .flatMap(all -> Optional.ofNullable(all.get(status)))
                .orElseThrow(GatewayErrors::noStatusCode);
    }

    public Method with(MethodResponse response) {
        var all = new TreeMap<>(methodResponses.orElse(Map.of()));
        all.put(response.statusCode(), response);
        return withResponses(Optional.of(Map.copyOf(all)));
    }

    public Method without(String status) {
        var all = new TreeMap<>(methodResponses.orElse(Map.of()));
        all.remove(status);
        return withResponses(Optional.of(Map.copyOf(all)).filter(some -> !some.isEmpty()));
    }

    private Method withResponses(Optional<Map<String, MethodResponse>> responses) {
        return with(responses, methodIntegration);
    }

    public Method with(Optional<Integration> integration) {
        return with(methodResponses, integration);
    }

    private Method with(
            Optional<Map<String, MethodResponse>> responses, Optional<Integration> integration) {
        return new Method(
                httpMethod,
                authorizationType,
                authorizerId,
                apiKeyRequired,
                requestValidatorId,
                operationName,
                requestParameters,
                requestModels,
                responses,
                integration,
                authorizationScopes);
    }
}

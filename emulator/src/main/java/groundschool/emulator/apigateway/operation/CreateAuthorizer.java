package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.rest.AccountLimits;
import groundschool.emulator.apigateway.rest.Authorizer;
import java.util.List;
import java.util.Optional;

/// Adds an authorizer to an API.
///
/// Source:
/// [CreateAuthorizer](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html)
public record CreateAuthorizer(
        String restApiId,
        String name,
        String type,
        Optional<List<String>> providerARNs,
        Optional<String> authType,
        Optional<String> authorizerUri,
        Optional<String> authorizerCredentials,
        Optional<String> identitySource,
        Optional<String> identityValidationExpression,
        Optional<Integer> authorizerResultTtlInSeconds)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis", restApiId, "authorizers");
    }

    @Override
    public Authorizer run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        if (apis.find(restApiId).isEmpty()) {
            // Which is what AWS says.
            throw GatewayErrors.conflict(
                    "Unable to complete operation due to concurrent modification. Please try again later.");
        }
        if (apis.authorizers(restApiId).size() >= AccountLimits.AUTHORIZERS) {
            throw GatewayErrors.limit(
                    "Maximum number of authorizers for this API has been reached");
        }
        if (apis.authorizers(restApiId).stream().anyMatch(each -> each.name().equals(name))) {
            throw GatewayErrors.conflict(
                    "Authorizer name must be unique. Authorizer %s already exists in this RestApi."
                            .formatted(name));
        }
        var usual = type.equals("COGNITO_USER_POOLS") ? "cognito_user_pools" : "custom";
        var authorizer =
                new Authorizer(
                                Ids.next(call.random(), Ids.SHORT),
                                name,
                                type,
                                providerARNs,
                                authType.or(() -> Optional.of(usual)),
                                authorizerUri,
                                authorizerCredentials,
                                identitySource,
                                identityValidationExpression,
                                authorizerResultTtlInSeconds)
                        .checked();
        apis.put(restApiId, authorizer);
        return authorizer;
    }
}

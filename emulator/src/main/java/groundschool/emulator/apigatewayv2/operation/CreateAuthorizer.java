package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.apigatewayv2.api.JwtConfiguration;
import java.util.List;
import java.util.Optional;

/// Adds an authorizer to an API.
///
/// Source:
/// [CreateAuthorizer](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html)
public record CreateAuthorizer(
        String apiId,
        String authorizerType,
        List<String> identitySource,
        String name,
        Optional<String> authorizerCredentialsArn,
        Optional<String> authorizerPayloadFormatVersion,
        Optional<Integer> authorizerResultTtlInSeconds,
        Optional<String> authorizerUri,
        Optional<Boolean> enableSimpleResponses,
        Optional<String> identityValidationExpression,
        Optional<JwtConfiguration> jwtConfiguration)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "apis", apiId, "authorizers");
    }

    @Override
    public Authorizer run(HttpApis apis, Call call) {
        var api = apis.api(call.region(), apiId);
        var authorizer =
                AuthorizerRules.checked(
                        api,
                        new Authorizer(
                                Ids.next(call.random(), Ids.SHORT),
                                authorizerType,
                                name,
                                identitySource,
                                authorizerUri,
                                authorizerCredentialsArn,
                                authorizerPayloadFormatVersion,
                                authorizerResultTtlInSeconds,
                                enableSimpleResponses,
                                identityValidationExpression,
                                jwtConfiguration));
        apis.put(call.region(), apiId, authorizer);
        apis.changed(apiId, call);
        return authorizer;
    }
}

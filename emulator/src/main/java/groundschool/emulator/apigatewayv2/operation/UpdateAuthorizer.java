package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.apigatewayv2.api.JwtConfiguration;
import java.util.List;
import java.util.Optional;

/// Changes an authorizer.
///
/// Source:
/// [UpdateAuthorizer](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html)
public record UpdateAuthorizer(
        String apiId,
        String authorizerId,
        Optional<String> authorizerType,
        Optional<List<String>> identitySource,
        Optional<String> name,
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
        return HttpApiOperation.asks("PATCH", call, "apis", apiId, "authorizers", authorizerId);
    }

    @Override
    public Authorizer run(HttpApis apis, Call call) {
        var before = apis.authorizer(call.region(), apiId, authorizerId);
        var changed =
                AuthorizerRules.checked(
                        apis.api(call.region(), apiId), Overlay.on(before, this, Authorizer.class));
        apis.put(call.region(), apiId, changed);
        apis.changed(apiId, call);
        return changed;
    }
}

package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.V2Errors;
import java.util.List;

/// Deletes an authorizer that no route needs.
///
/// Source:
/// [DeleteAuthorizer](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html)
public record DeleteAuthorizer(String apiId, String authorizerId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId, "authorizers", authorizerId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.authorizer(call.region(), apiId, authorizerId);
        if (apis.routes(call.region(), apiId).stream()
                .anyMatch(route -> route.authorizerId().filter(authorizerId::equals).isPresent())) {
            throw V2Errors.conflict(
                    "Cannot delete Authorizer %s because it is referenced by a Route"
                            .formatted(authorizerId));
        }
        apis.removeAuthorizer(call.region(), apiId, authorizerId);
        apis.changed(apiId, call);
        return new Done();
    }
}

package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import java.util.List;

/// Describes an authorizer.
///
/// Source:
/// [GetAuthorizer](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html)
public record GetAuthorizer(String apiId, String authorizerId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "authorizers", authorizerId);
    }

    @Override
    public Authorizer run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        return apis.authorizer(call.region(), apiId, authorizerId);
    }
}

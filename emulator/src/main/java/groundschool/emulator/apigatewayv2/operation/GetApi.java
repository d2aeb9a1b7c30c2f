package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import java.util.List;

/// Describes an API.
///
/// Source: [GetApi](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html)
public record GetApi(String apiId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId);
    }

    @Override
    public HttpApi run(HttpApis apis, Call call) {
        return apis.api(call.region(), apiId);
    }
}

package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Deletes an API with all that belongs to it.
///
/// Source:
/// [DeleteApi](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html)
public record DeleteApi(String apiId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        apis.remove(call.region(), apiId);
        return new Done();
    }
}

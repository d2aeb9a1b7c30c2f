package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Forgets what authorizers have said at a stage.
///
/// Source:
/// [ResetAuthorizersCache](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename-cache-authorizers.html)
public record ResetAuthorizersCache(String apiId, String stageName) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks(
                "DELETE", call, "apis", apiId, "stages", stageName, "cache", "authorizers");
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.stage(call.region(), apiId, stageName);
        apis.decisions().forgetAll(apiId + "\u0000" + stageName + "\u0000");
        return new Done();
    }
}

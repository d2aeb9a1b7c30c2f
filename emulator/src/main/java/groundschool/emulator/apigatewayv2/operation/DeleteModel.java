package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import java.util.List;

/// Deletes a model. Routes that name it take all messages from then on.
///
/// Source:
/// [DeleteModel](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-models-modelid.html)
public record DeleteModel(String apiId, String modelId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("DELETE", call, "apis", apiId, "models", modelId);
    }

    @Override
    public Done run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        apis.models().get(call.region(), apiId, modelId);
        apis.models().remove(call.region(), apiId, modelId);
        apis.changed(apiId, call);
        return new Done();
    }
}

package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Model;
import java.util.List;

/// Describes a model.
///
/// Source:
/// [GetModel](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-models-modelid.html)
public record GetModel(String apiId, String modelId) implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("GET", call, "apis", apiId, "models", modelId);
    }

    @Override
    public Model run(HttpApis apis, Call call) {
        apis.api(call.region(), apiId);
        return apis.models().get(call.region(), apiId, modelId);
    }
}

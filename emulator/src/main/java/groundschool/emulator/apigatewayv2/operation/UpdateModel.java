package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.Overlay;
import groundschool.emulator.apigatewayv2.api.Model;
import java.util.List;
import java.util.Optional;

/// Changes a model.
///
/// Source:
/// [UpdateModel](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-models-modelid.html)
public record UpdateModel(
        String apiId,
        String modelId,
        Optional<String> contentType,
        Optional<String> description,
        Optional<String> name,
        Optional<String> schema)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("PATCH", call, "apis", apiId, "models", modelId);
    }

    @Override
    public Model run(HttpApis apis, Call call) {
        var api = apis.api(call.region(), apiId);
        var before = apis.models().get(call.region(), apiId, modelId);
        var model =
                ModelRules.checked(
                        api,
                        Overlay.on(before, this, Model.class),
                        apis.models().of(call.region(), apiId));
        apis.models().put(call.region(), apiId, model);
        apis.changed(apiId, call);
        return model;
    }
}

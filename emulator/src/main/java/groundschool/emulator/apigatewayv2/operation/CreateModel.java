package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Model;
import java.util.List;
import java.util.Optional;

/// Adds a model to a WebSocket API.
///
/// Source:
/// [CreateModel](https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-models.html)
public record CreateModel(
        String apiId,
        String name,
        String schema,
        Optional<String> contentType,
        Optional<String> description)
        implements HttpApiOperation {

    @Override
    public List<Access> access(HttpApis apis, Call call) {
        return HttpApiOperation.asks("POST", call, "apis", apiId, "models");
    }

    @Override
    public Model run(HttpApis apis, Call call) {
        var model =
                ModelRules.checked(
                        apis.api(call.region(), apiId),
                        new Model(
                                Ids.next(call.random(), Ids.SHORT),
                                name,
                                contentType.orElse("application/json"),
                                description,
                                schema),
                        apis.models().of(call.region(), apiId));
        apis.models().put(call.region(), apiId, model);
        apis.changed(apiId, call);
        return model;
    }
}

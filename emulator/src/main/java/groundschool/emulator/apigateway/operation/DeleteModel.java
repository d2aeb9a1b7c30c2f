package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;
import java.util.Map;

/// Deletes a model that nothing needs.
///
/// Source: [DeleteModel](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteModel.html)
public record DeleteModel(String restApiId, String modelName)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("DELETE", call, "restapis", restApiId, "models", modelName);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var model = apis.model(restApiId, modelName);
        for (var resource : apis.resources(restApiId)) {
            for (var method : resource.methods().values()) {
                if (method.requestModels().orElse(Map.of()).containsValue(modelName)) {
                    throw GatewayErrors.conflict(
                            "Cannot delete model '%s', is referenced in method request: %s/%s"
                                    .formatted(modelName, resource.path(), method.verb()));
                }
            }
        }
        apis.remove(restApiId, model);
        return new Done();
    }
}

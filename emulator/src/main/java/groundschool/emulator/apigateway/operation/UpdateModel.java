package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.Model;
import java.util.List;
import java.util.Optional;

/// Changes a model by patch operations.
///
/// Source: [UpdateModel](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateModel.html)
public record UpdateModel(
        String restApiId, String modelName, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<Model> PATCHES =
            new PatchTable<>(Model.class, PatchTable.Wording.LISTING)
                    .replace("/description", PatchTable.Kind.TEXT)
                    .replace("/schema", PatchTable.Kind.TEXT);

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PATCH", call, "restapis", restApiId, "models", modelName);
    }

    @Override
    public Model run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var model = apis.model(restApiId, modelName);
        var changed = PATCHES.apply(model, patchOperations.orElse(List.of())).checked();
        apis.put(restApiId, changed);
        return changed;
    }
}

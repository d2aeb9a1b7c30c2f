package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.List;
import java.util.Optional;

/// Changes a stage by patch operations.
///
/// Source: [UpdateStage](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html)
public record UpdateStage(
        String restApiId, String stageName, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PATCH", call, "restapis", restApiId, "stages", stageName);
    }

    @Override
    public Stage run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var stage = apis.stage(restApiId, stageName);
        var changed =
                new StagePatches(restApiId, apis)
                        .apply(stage, patchOperations.orElse(List.of()), call.now());
        if (changed.documentationVersion().filter(String::isEmpty).isPresent()) {
            changed = changed.documentedBy("", call.now());
        }
        changed.documentationVersion()
                .ifPresent(version ->
                        gateway.documentation().version(call.region(), restApiId, version));
        apis.put(restApiId, changed);
        return changed;
    }
}

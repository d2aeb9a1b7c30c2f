package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.plan.ApiKey;
import java.util.List;
import java.util.Optional;

/// Changes a key by patch operations.
///
/// Source: [UpdateApiKey](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateApiKey.html)
public record UpdateApiKey(String apiKey, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<ApiKey> PATCHES =
            new PatchTable<>(ApiKey.class, PatchTable.Wording.LISTING)
                    .replace("/description", PatchTable.Kind.TEXT)
                    .replace("/enabled", PatchTable.Kind.FLAG)
                    .replace("/name", PatchTable.Kind.TEXT)
                    .replace("/customerId", PatchTable.Kind.TEXT);

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PATCH", call, "apikeys", apiKey);
    }

    @Override
    public ApiKey run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        var changed =
                PATCHES.apply(plans.key(apiKey), patchOperations.orElse(List.of()))
                        .checked()
                        .at(call.now());
        plans.put(changed);
        return changed.updated();
    }
}

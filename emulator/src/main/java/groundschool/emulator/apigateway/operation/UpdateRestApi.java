package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.RestApi;
import java.util.List;
import java.util.Optional;

/// Changes an API by patch operations.
///
/// Source:
/// [UpdateRestApi](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRestApi.html)
public record UpdateRestApi(String restApiId, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<RestApi> PATCHES =
            new PatchTable<>(RestApi.class, PatchTable.Wording.SHORT)
                    .replace("/name", PatchTable.Kind.TEXT)
                    .at("/description", PatchTable.Kind.TEXT, "replace", "remove")
                    .replace("/version", PatchTable.Kind.TEXT)
                    .replace("/policy", PatchTable.Kind.TEXT)
                    .replace("/apiKeySource", PatchTable.Kind.TEXT)
                    .replace("/minimumCompressionSize", PatchTable.Kind.WHOLE)
                    .replace("/disableExecuteApiEndpoint", PatchTable.Kind.FLAG)
                    .replace("/endpointConfiguration/ipAddressType", PatchTable.Kind.TEXT)
                    .all("/endpointConfiguration/types", PatchTable.Kind.ELEMENT)
                    .all("/endpointConfiguration/vpcEndpointIds", PatchTable.Kind.ELEMENT)
                    .all("/binaryMediaTypes", PatchTable.Kind.ELEMENT);

    private static void checkCompression(PatchOperation change) {
        if (change.shownPath().equals("/minimumCompressionSize")
                && change.shownOp().equals("replace")
                && !change.value().orElse("").matches("-?[0-9]*")) {
            throw RestApi.invalidCompression();
        }
    }

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("PATCH", call, "restapis", restApiId);
    }

    @Override
    public RestApi run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var api = apis.api(restApiId);
        var changes = patchOperations.orElse(List.of());
        changes.forEach(UpdateRestApi::checkCompression);
        var checked = PATCHES.apply(api, changes).checked();
        apis.put(checked);
        return checked.updated();
    }
}

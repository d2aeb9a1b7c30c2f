package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.IntegrationResponse;
import java.util.List;
import java.util.Optional;

/// Changes what becomes of a backend's answer by patch operations.
///
/// Source:
/// [UpdateIntegrationResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateIntegrationResponse.html)
public record UpdateIntegrationResponse(
        String restApiId,
        String resourceId,
        String httpMethod,
        String statusCode,
        Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<IntegrationResponse> PATCHES =
            new PatchTable<>(IntegrationResponse.class, PatchTable.Wording.SHORT)
                    .at("/selectionPattern", PatchTable.Kind.TEXT, "replace", "remove")
                    .at("/contentHandling", PatchTable.Kind.TEXT, "replace", "remove")
                    .all("/responseParameters", PatchTable.Kind.TEXT)
                    .all("/responseTemplates", PatchTable.Kind.TEXT);

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH",
                call,
                "restapis",
                restApiId,
                "resources",
                resourceId,
                "methods",
                httpMethod,
                "integration",
                "responses",
                statusCode);
    }

    @Override
    public IntegrationResponse run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        var integration = method.integration();
        var response = integration.response(statusCode).orElseThrow(GatewayErrors::noStatusCode);
        var changed =
                IntegrationResponses.checked(
                        PATCHES.apply(response, patchOperations.orElse(List.of())), method);
        apis.put(restApiId, resourceId, method.with(Optional.of(integration.with(changed))));
        return changed;
    }
}

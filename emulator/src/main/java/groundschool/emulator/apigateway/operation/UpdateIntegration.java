package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.Integration;
import java.util.List;
import java.util.Optional;

/// Changes what a method calls by patch operations.
///
/// Source:
/// [UpdateIntegration](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateIntegration.html)
public record UpdateIntegration(
        String restApiId,
        String resourceId,
        String httpMethod,
        Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<Integration> PATCHES =
            new PatchTable<>(Integration.class, PatchTable.Wording.SHORT)
                    .replace("/httpMethod", PatchTable.Kind.TEXT)
                    .replace("/uri", PatchTable.Kind.TEXT)
                    .replace("/credentials", PatchTable.Kind.TEXT)
                    .replace("/connectionType", PatchTable.Kind.TEXT)
                    .replace("/connectionId", PatchTable.Kind.TEXT)
                    .replace("/passthroughBehavior", PatchTable.Kind.TEXT)
                    .at("/contentHandling", PatchTable.Kind.TEXT, "replace", "remove")
                    .replace("/timeoutInMillis", PatchTable.Kind.WHOLE)
                    .replace("/cacheNamespace", PatchTable.Kind.TEXT)
                    .replace("/tlsConfig/insecureSkipVerification", PatchTable.Kind.FLAG)
                    .all("/cacheKeyParameters", PatchTable.Kind.ELEMENT)
                    .all("/requestParameters", PatchTable.Kind.TEXT)
                    .all("/requestTemplates", PatchTable.Kind.TEXT);

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
                "integration");
    }

    @Override
    public Integration run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        var changed =
                IntegrationRules.checked(
                        PATCHES.apply(method.integration(), patchOperations.orElse(List.of())));
        apis.put(restApiId, resourceId, method.with(Optional.of(changed)));
        return changed;
    }
}

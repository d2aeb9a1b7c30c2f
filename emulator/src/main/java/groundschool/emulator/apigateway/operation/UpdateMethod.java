package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.Method;
import java.util.List;
import java.util.Optional;

/// Changes a method by patch operations.
///
/// Source: [UpdateMethod](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateMethod.html)
public record UpdateMethod(
        String restApiId,
        String resourceId,
        String httpMethod,
        Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<Method> PATCHES =
            new PatchTable<>(Method.class, PatchTable.Wording.SHORT)
                    .replace("/authorizationType", PatchTable.Kind.TEXT)
                    .replace("/authorizerId", PatchTable.Kind.TEXT)
                    .replace("/apiKeyRequired", PatchTable.Kind.FLAG)
                    .replace("/operationName", PatchTable.Kind.TEXT)
                    .replace("/requestValidatorId", PatchTable.Kind.TEXT)
                    .all("/requestParameters", PatchTable.Kind.FLAG)
                    .all("/requestModels", PatchTable.Kind.TEXT)
                    .all("/authorizationScopes", PatchTable.Kind.ELEMENT);

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
                httpMethod);
    }

    @Override
    public Method run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        var changed = PATCHES.apply(method, patchOperations.orElse(List.of()));
        var checked = MethodRules.checked(restApiId, changed, apis);
        apis.put(restApiId, resourceId, checked);
        return checked;
    }
}

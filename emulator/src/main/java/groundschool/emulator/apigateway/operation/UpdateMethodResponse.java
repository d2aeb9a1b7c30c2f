package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.MethodResponse;
import java.util.List;
import java.util.Optional;

/// Changes an answer of a method by patch operations.
///
/// Source:
/// [UpdateMethodResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateMethodResponse.html)
public record UpdateMethodResponse(
        String restApiId,
        String resourceId,
        String httpMethod,
        String statusCode,
        Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<MethodResponse> PATCHES =
            new PatchTable<>(MethodResponse.class, PatchTable.Wording.SHORT)
                    .allThatAreThere("/responseParameters", PatchTable.Kind.FLAG)
                    .allThatAreThere("/responseModels", PatchTable.Kind.TEXT);

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
                "responses",
                statusCode);
    }

    @Override
    public MethodResponse run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var method = apis.method(restApiId, resourceId, httpMethod);
        var response = method.response(statusCode);
        var changed =
                MethodResponses.checked(
                        restApiId,
                        PATCHES.apply(response, patchOperations.orElse(List.of())),
                        apis);
        apis.put(restApiId, resourceId, method.with(changed));
        return changed;
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.patch.PatchOperation;
import groundschool.emulator.apigateway.patch.PatchTable;
import groundschool.emulator.apigateway.rest.RequestValidator;
import java.util.List;
import java.util.Optional;

/// Changes a validator by patch operations.
///
/// Source:
/// [UpdateRequestValidator](https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRequestValidator.html)
public record UpdateRequestValidator(
        String restApiId, String requestValidatorId, Optional<List<PatchOperation>> patchOperations)
        implements ApiGatewayOperation, Operation<Gateway> {

    private static final PatchTable<RequestValidator> PATCHES =
            new PatchTable<>(RequestValidator.class, PatchTable.Wording.LISTING)
                    .replace("/name", PatchTable.Kind.TEXT)
                    .replace("/validateRequestParameters", PatchTable.Kind.FLAG)
                    .replace("/validateRequestBody", PatchTable.Kind.FLAG);

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PATCH", call, "restapis", restApiId, "requestvalidators", requestValidatorId);
    }

    @Override
    public RequestValidator run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        var validator = apis.validator(restApiId, requestValidatorId);
        var changed = PATCHES.apply(validator, patchOperations.orElse(List.of())).checked();
        apis.put(restApiId, changed);
        return changed;
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Deletes a validator.
///
/// Source:
/// [DeleteRequestValidator](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteRequestValidator.html)
public record DeleteRequestValidator(String restApiId, String requestValidatorId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE", call, "restapis", restApiId, "requestvalidators", requestValidatorId);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.remove(restApiId, apis.validator(restApiId, requestValidatorId));
        return new Done();
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.RequestValidator;
import java.util.List;

/// Describes a validator.
///
/// Source:
/// [GetRequestValidator](https://docs.aws.amazon.com/apigateway/latest/api/API_GetRequestValidator.html)
public record GetRequestValidator(String restApiId, String requestValidatorId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "requestvalidators", requestValidatorId);
    }

    @Override
    public RequestValidator run(Gateway gateway, Call call) {
        return gateway.in(call.region()).validator(restApiId, requestValidatorId);
    }
}

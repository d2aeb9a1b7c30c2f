package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.rest.RequestValidator;
import java.util.List;
import java.util.Optional;

/// Adds a validator to an API.
///
/// Source:
/// [CreateRequestValidator](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRequestValidator.html)
public record CreateRequestValidator(
        String restApiId,
        Optional<String> name,
        Optional<Boolean> validateRequestBody,
        Optional<Boolean> validateRequestParameters)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "restapis", restApiId, "requestvalidators");
    }

    @Override
    public RequestValidator run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        if (apis.find(restApiId).isEmpty()) {
            throw GatewayErrors.badRequest("Invalid REST API identifier specified");
        }
        var validator =
                new RequestValidator(
                                Ids.next(call.random(), Ids.SHORT),
                                name,
                                validateRequestBody.orElse(false),
                                validateRequestParameters.orElse(false))
                        .checked();
        apis.put(restApiId, validator);
        return validator;
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.Model;
import java.util.List;
import java.util.Optional;

/// Describes a model.
///
/// Source: [GetModel](https://docs.aws.amazon.com/apigateway/latest/api/API_GetModel.html)
public record GetModel(String restApiId, String modelName, Optional<Boolean> flatten)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId, "models", modelName);
    }

    @Override
    public Model run(Gateway gateway, Call call) {
        GatewayErrors.refuse("the parameter flatten", flatten.orElse(false));
        return gateway.in(call.region()).model(restApiId, modelName);
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.List;

/// Describes a stage.
///
/// Source: [GetStage](https://docs.aws.amazon.com/apigateway/latest/api/API_GetStage.html)
public record GetStage(String restApiId, String stageName)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId, "stages", stageName);
    }

    @Override
    public Stage run(Gateway gateway, Call call) {
        return gateway.in(call.region()).stage(restApiId, stageName);
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Deletes a stage; its deployment stays.
///
/// Source: [DeleteStage](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteStage.html)
public record DeleteStage(String restApiId, String stageName)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("DELETE", call, "restapis", restApiId, "stages", stageName);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.remove(restApiId, apis.stage(restApiId, stageName));
        return new Done();
    }
}

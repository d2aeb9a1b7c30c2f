package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Forgets the answers that a stage remembers.
///
/// Source:
/// [FlushStageCache](https://docs.aws.amazon.com/apigateway/latest/api/API_FlushStageCache.html)
public record FlushStageCache(String restApiId, String stageName)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "DELETE", call, "restapis", restApiId, "stages", stageName, "cache", "data");
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.stage(restApiId, stageName);
        gateway.answers().forgetAll(restApiId + "\u0000" + stageName + "\u0000");
        return new Done();
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;

/// Lets a plan count for a key no more.
///
/// Source:
/// [DeleteUsagePlanKey](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteUsagePlanKey.html)
public record DeleteUsagePlanKey(String usagePlanId, String keyId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("DELETE", call, "usageplans", usagePlanId, "keys", keyId);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        if (plans.keyOf(usagePlanId, keyId).isEmpty()) {
            throw GatewayErrors.notFound("Invalid Usage Plan Key identifier specified");
        }
        plans.removeKey(usagePlanId, keyId);
        return new Done();
    }
}

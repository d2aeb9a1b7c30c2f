package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.plan.UsagePlanKey;
import java.util.List;

/// Lets a plan count for a key.
///
/// Source:
/// [CreateUsagePlanKey](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html)
public record CreateUsagePlanKey(String usagePlanId, String keyId, String keyType)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("POST", call, "usageplans", usagePlanId, "keys");
    }

    @Override
    public UsagePlanKey run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        plans.plan(usagePlanId);
        if (!keyType.equals("API_KEY")) {
            throw GatewayErrors.badRequest("Invalid Usage Plan Key type: " + keyType);
        }
        var key = plans.key(keyId);
        var added = new UsagePlanKey(key.id(), keyType, key.value(), key.name());
        if (plans.keyOf(usagePlanId, keyId).isPresent()) {
            throw GatewayErrors.conflict("Usage Plan Key already exists");
        }
        plans.put(usagePlanId, added);
        return added;
    }
}

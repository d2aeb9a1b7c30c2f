package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.plan.UsagePlanKey;
import java.util.List;

/// Describes a key of a plan.
///
/// Source:
/// [GetUsagePlanKey](https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKey.html)
public record GetUsagePlanKey(String usagePlanId, String keyId)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "usageplans", usagePlanId, "keys", keyId);
    }

    @Override
    public UsagePlanKey run(Gateway gateway, Call call) {
        return gateway.plans(call.region())
                .keyOf(usagePlanId, keyId)
                .orElseThrow(() ->
                        GatewayErrors.notFound("Invalid Usage Plan Key identifier specified"));
    }
}

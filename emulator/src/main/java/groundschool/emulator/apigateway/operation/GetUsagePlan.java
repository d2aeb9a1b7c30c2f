package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.plan.UsagePlan;
import java.util.List;

/// Describes a plan.
///
/// Source: [GetUsagePlan](https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlan.html)
public record GetUsagePlan(String usagePlanId) implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "usageplans", usagePlanId);
    }

    @Override
    public UsagePlan run(Gateway gateway, Call call) {
        return gateway.plans(call.region()).plan(usagePlanId).whole();
    }
}

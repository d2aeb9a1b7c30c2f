package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;
import java.util.Optional;

/// What the keys of a plan have used, by day.
///
/// Source: [GetUsage](https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsage.html)
public record GetUsage(
        String usagePlanId,
        Optional<String> keyId,
        String startDate,
        String endDate,
        Optional<String> position,
        Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "usageplans", usagePlanId, "usage");
    }

    @Override
    public UsageDescription run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        return UsageDescription.of(
                plans.plan(usagePlanId), keyId, Days.read(startDate), Days.read(endDate), plans);
    }
}

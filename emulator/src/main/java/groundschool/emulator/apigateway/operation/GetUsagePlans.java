package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.plan.UsagePlan;
import java.util.List;
import java.util.Optional;

/// Lists plans.
///
/// Source:
/// [GetUsagePlans](https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlans.html)
public record GetUsagePlans(
        Optional<String> keyId, Optional<String> position, Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<UsagePlan> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "usageplans");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var page =
                Page.of(
                        gateway.plans(call.region()).plans().stream()
                                .filter(plan ->
                                        keyId.isEmpty()
                                                || gateway.plans(call.region())
                                                        .keyOf(plan.id(), keyId.get())
                                                        .isPresent())
                                .map(UsagePlan::shown)
                                .toList(),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}

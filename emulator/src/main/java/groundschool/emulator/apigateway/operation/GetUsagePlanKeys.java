package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.plan.UsagePlanKey;
import java.util.List;
import java.util.Optional;

/// Lists the keys of a plan.
///
/// Source:
/// [GetUsagePlanKeys](https://docs.aws.amazon.com/apigateway/latest/api/API_GetUsagePlanKeys.html)
public record GetUsagePlanKeys(
        String usagePlanId,
        Optional<String> nameQuery,
        Optional<String> position,
        Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<UsagePlanKey> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "usageplans", usagePlanId, "keys");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var page =
                Page.of(
                        gateway.plans(call.region()).keysOf(usagePlanId).stream()
                                .filter(key ->
                                        key.name().orElse("").startsWith(nameQuery.orElse("")))
                                .toList(),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.plan.ApiKey;
import java.util.List;
import java.util.Optional;

/// Lists keys, the newest first.
///
/// Source: [GetApiKeys](https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKeys.html)
public record GetApiKeys(
        Optional<String> nameQuery,
        Optional<String> customerId,
        Optional<Boolean> includeValues,
        Optional<String> position,
        Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<ApiKey> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "apikeys");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var page =
                Page.of(
                        gateway.plans(call.region()).keys().stream()
                                .filter(key ->
                                        key.name().orElse("").startsWith(nameQuery.orElse("")))
                                .filter(key ->
                                        customerId.isEmpty() || key.customerId().equals(customerId))
                                .map(key -> key.shown(includeValues.orElse(false)))
                                .toList(),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Resource;
import java.util.List;
import java.util.Optional;

/// Lists the resources of an API.
///
/// Source: [GetResources](https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html)
public record GetResources(
        String restApiId,
        Optional<List<String>> embed,
        Optional<String> position,
        Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<Resource> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId, "resources");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var page =
                Page.of(
                        gateway
                                .in(call.region())
                                .resources(gateway.in(call.region()).api(restApiId).id())
                                .stream()
                                .map(each ->
                                        each.shown(embed.orElse(List.of()).contains("methods")))
                                .toList(),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}

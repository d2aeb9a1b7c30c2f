package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Model;
import java.util.List;
import java.util.Optional;

/// Lists the models of an API.
///
/// Source: [GetModels](https://docs.aws.amazon.com/apigateway/latest/api/API_GetModels.html)
public record GetModels(String restApiId, Optional<String> position, Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<Model> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId, "models");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var page =
                Page.of(
                        gateway.in(call.region())
                                .models(gateway.in(call.region()).api(restApiId).id()),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Authorizer;
import java.util.List;
import java.util.Optional;

/// Lists the authorizers of an API.
///
/// Source:
/// [GetAuthorizers](https://docs.aws.amazon.com/apigateway/latest/api/API_GetAuthorizers.html)
public record GetAuthorizers(String restApiId, Optional<String> position, Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    /// @param position of the next part
    public record Response(List<Authorizer> items, Optional<String> position) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId, "authorizers");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var page =
                Page.of(
                        gateway.in(call.region())
                                .authorizers(gateway.in(call.region()).api(restApiId).id()),
                        position,
                        limit);
        return new Response(page.items(), page.position());
    }
}

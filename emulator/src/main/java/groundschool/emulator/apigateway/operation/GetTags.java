package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tags of an API or a stage.
///
/// Source: [GetTags](https://docs.aws.amazon.com/apigateway/latest/api/API_GetTags.html)
public record GetTags(String resourceArn, Optional<String> position, Optional<Integer> limit)
        implements ApiGatewayOperation, Operation<Gateway> {

    public record Response(Map<String, String> tags) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "tags", resourceArn);
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        return new Response(Tagged.of(resourceArn, gateway, call).tags());
    }
}

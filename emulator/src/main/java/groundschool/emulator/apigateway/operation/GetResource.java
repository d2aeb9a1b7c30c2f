package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Resource;
import java.util.List;
import java.util.Optional;

/// Describes a resource.
///
/// Source: [GetResource](https://docs.aws.amazon.com/apigateway/latest/api/API_GetResource.html)
public record GetResource(String restApiId, String resourceId, Optional<List<String>> embed)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "GET", call, "restapis", restApiId, "resources", resourceId);
    }

    @Override
    public Resource run(Gateway gateway, Call call) {
        return gateway.in(call.region())
                .resource(restApiId, resourceId)
                .shown(embed.orElse(List.of()).contains("methods"));
    }
}

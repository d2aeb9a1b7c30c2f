package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.List;
import java.util.Optional;

/// Lists the stages of an API.
///
/// Source: [GetStages](https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html)
public record GetStages(String restApiId, Optional<String> deploymentId)
        implements ApiGatewayOperation, Operation<Gateway> {

    public record Response(List<Stage> item) {}

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "restapis", restApiId, "stages");
    }

    @Override
    public Response run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        return new Response(
                apis.stages(restApiId).stream()
                        .filter(stage ->
                                stage.deploymentId()
                                        .equals(deploymentId.orElse(stage.deploymentId())))
                        .toList());
    }
}

package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.GatewayResponses;
import groundschool.emulator.apigateway.rest.ResponseType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what an API answers when it refuses, or fails.
///
/// Source:
/// [PutGatewayResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html)
public record PutGatewayResponse(
        String restApiId,
        String responseType,
        Optional<String> statusCode,
        Optional<Map<String, String>> responseParameters,
        Optional<Map<String, String>> responseTemplates)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks(
                "PUT", call, "restapis", restApiId, "gatewayresponses", responseType);
    }

    @Override
    public GatewayResponse run(Gateway gateway, Call call) {
        var apis = gateway.in(call.region());
        apis.api(restApiId);
        var response =
                GatewayResponses.set(
                        ResponseType.valueOf(responseType),
                        statusCode,
                        responseParameters,
                        responseTemplates);
        apis.put(restApiId, response);
        return response;
    }
}

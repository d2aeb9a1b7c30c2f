package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.plan.ApiKey;
import java.util.List;
import java.util.Optional;

/// Describes a key.
///
/// Source: [GetApiKey](https://docs.aws.amazon.com/apigateway/latest/api/API_GetApiKey.html)
public record GetApiKey(String apiKey, Optional<Boolean> includeValue)
        implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "apikeys", apiKey);
    }

    @Override
    public ApiKey run(Gateway gateway, Call call) {
        return gateway.plans(call.region()).key(apiKey).shown(includeValue.orElse(false));
    }
}

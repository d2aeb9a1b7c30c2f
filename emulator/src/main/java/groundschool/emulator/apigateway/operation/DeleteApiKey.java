package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// Deletes a key, also from plans.
///
/// Source: [DeleteApiKey](https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteApiKey.html)
public record DeleteApiKey(String apiKey) implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("DELETE", call, "apikeys", apiKey);
    }

    @Override
    public Done run(Gateway gateway, Call call) {
        var plans = gateway.plans(call.region());
        plans.remove(plans.key(apiKey));
        return new Done();
    }
}

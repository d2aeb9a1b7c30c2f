package groundschool.emulator.apigateway.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.apigateway.Gateway;
import java.util.List;

/// What an account has in a Region.
///
/// Source: [GetAccount](https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html)
public record GetAccount() implements ApiGatewayOperation, Operation<Gateway> {

    @Override
    public List<Access> access(Gateway gateway, Call call) {
        return ApiGatewayOperation.asks("GET", call, "account");
    }

    @Override
    public AccountDescription run(Gateway gateway, Call call) {
        return AccountDescription.of(gateway, call);
    }
}

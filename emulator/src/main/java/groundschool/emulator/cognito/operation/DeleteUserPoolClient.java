package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.risk.RiskConfigurations;
import java.util.Optional;

/// Deletes an app client.
///
/// Source:
/// [DeleteUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html)
public record DeleteUserPoolClient(String userPoolId, String clientId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        pools.delete(pools.client(pool, clientId));
        new RiskConfigurations(pool, pools).forget(Optional.of(clientId));
        return new Nothing();
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Deletes an app client.
///
/// Source:
/// [DeleteUserPoolClient](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html)
public record DeleteUserPoolClient(String userPoolId, String clientId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        pools.delete(pools.client(pools.pool(userPoolId, call), clientId));
        return new Nothing();
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Ends all sign-ins of somebody.
///
/// Source:
/// [AdminUserGlobalSignOut](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html)
public record AdminUserGlobalSignOut(String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        pools.grants(pool).end(pools.users(pool).named(username).username(), call.now());
        return new Nothing();
    }
}

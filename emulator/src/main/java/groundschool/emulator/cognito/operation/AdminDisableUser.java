package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Keeps somebody out, who stays in the pool.
///
/// Source:
/// [AdminDisableUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html)
public record AdminDisableUser(String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var user = pools.users(pool).named(username);
        pools.users(pool).put(user.enabled(false, call.now()));
        pools.grants(pool).end(user.username(), call.now());
        return new Nothing();
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Lets somebody in again.
///
/// Source:
/// [AdminEnableUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html)
public record AdminEnableUser(String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var user = pools.users(pool).named(username);
        pools.users(pool).put(user.enabled(true, call.now()));
        return new Nothing();
    }
}

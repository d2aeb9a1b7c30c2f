package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Takes somebody's authenticator application away.
///
/// Source:
/// [AdminDeleteSoftwareToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteSoftwareToken.html)
public record AdminDeleteSoftwareToken(String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var user = pools.users(pool).named(username);
        pools.users(pool).put(user.with(user.factors().withoutToken(), call.now()));
        return new Nothing();
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Says by what somebody can sign in.
///
/// Source:
/// [AdminGetUserAuthFactors](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUserAuthFactors.html)
public record AdminGetUserAuthFactors(String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public GetUserAuthFactors.Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return GetUserAuthFactors.Response.of(pools.users(pool).named(username), pool, pools);
    }
}

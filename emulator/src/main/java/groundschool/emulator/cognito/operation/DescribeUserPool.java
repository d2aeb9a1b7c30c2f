package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Says what is set about a pool.
///
/// Source:
/// [DescribeUserPool](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html)
public record DescribeUserPool(String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(PoolDescription userPool) {}

    @Override
    public Response run(UserPools pools, Call call) {
        return new Response(PoolDescription.of(pools.pool(userPoolId, call), pools));
    }
}

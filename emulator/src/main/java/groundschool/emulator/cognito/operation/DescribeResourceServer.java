package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Shows what access tokens may allow on an API.
///
/// Source:
/// [DescribeResourceServer](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeResourceServer.html)
public record DescribeResourceServer(String userPoolId, String identifier)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ServerDescription resourceServer) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        return new Response(
                ServerDescription.of(pools.resourceServers(pool).named(identifier), pool));
    }
}

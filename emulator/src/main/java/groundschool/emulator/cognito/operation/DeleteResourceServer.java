package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Forgets an API.
///
/// Source:
/// [DeleteResourceServer](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html)
public record DeleteResourceServer(String userPoolId, String identifier)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var servers = pools.resourceServers(pools.pool(userPoolId, call));
        servers.remove(servers.named(identifier));
        return new Nothing();
    }
}

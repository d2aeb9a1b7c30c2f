package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.ResourceServer;
import java.util.List;
import java.util.Optional;

/// Replaces what access tokens may allow on an API.
///
/// Source:
/// [UpdateResourceServer](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateResourceServer.html)
public record UpdateResourceServer(
        String userPoolId,
        String identifier,
        String name,
        Optional<List<ResourceServer.Scope>> scopes)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(ServerDescription resourceServer) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        pools.resourceServers(pool).named(identifier);
        var server = new ResourceServer(identifier, name, scopes.orElse(List.of()));
        pools.resourceServers(pool).put(server);
        return new Response(ServerDescription.of(server, pool));
    }
}

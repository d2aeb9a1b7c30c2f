package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.ResourceServer;
import java.util.List;
import java.util.Optional;

/// Lists the APIs of a pool.
///
/// Source:
/// [ListResourceServers](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListResourceServers.html)
public record ListResourceServers(
        String userPoolId, Optional<Integer> maxResults, Optional<String> nextToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int USUAL = 50;

    public record Response(List<ServerDescription> resourceServers, Optional<String> nextToken) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var page =
                Pages.of(
                        pools.resourceServers(pool).all(),
                        ResourceServer::identifier,
                        nextToken,
                        maxResults.orElse(USUAL));
        return new Response(
                page.entries().stream().map(server -> ServerDescription.of(server, pool)).toList(),
                page.next());
    }
}

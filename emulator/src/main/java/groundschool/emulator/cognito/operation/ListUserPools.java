package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings.LambdaConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the pools of the Region.
///
/// Source:
/// [ListUserPools](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html)
public record ListUserPools(Optional<String> nextToken, int maxResults)
        implements CognitoIdpOperation, Operation<UserPools> {

    public record Description(
            String id,
            String name,
            LambdaConfig lambdaConfig,
            Instant lastModifiedDate,
            Instant creationDate) {}

    public record Response(List<Description> userPools, Optional<String> nextToken) {}

    @Override
    public List<Access> access(UserPools pools, Call call) {
        return List.of(Access.to("cognito-idp:ListUserPools", "*"));
    }

    @Override
    public Response run(UserPools pools, Call call) {
        var page = Pages.of(pools.all(call.region()), Pool::id, nextToken, maxResults);
        return new Response(
                page.entries().stream()
                        .map(pool ->
                                new Description(
                                        pool.id(),
                                        pool.name(),
                                        pool.settings().lambdaConfig(),
                                        pool.modifiedAt(),
                                        pool.createdAt()))
                        .toList(),
                page.next());
    }
}

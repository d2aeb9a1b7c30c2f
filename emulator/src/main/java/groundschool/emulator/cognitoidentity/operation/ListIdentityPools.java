package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPool;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Optional;

/// Lists the pools of a Region.
///
/// Source:
/// [ListIdentityPools](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html)
public record ListIdentityPools(int maxResults, Optional<String> nextToken)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(List<PoolEntry> identityPools, Optional<String> nextToken) {}

    public record PoolEntry(String identityPoolId, String identityPoolName) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(Access.to("cognito-identity:ListIdentityPools", "*"));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var page = Page.of(pools.all(call), IdentityPool::id, maxResults, nextToken);
        return new Response(
                page.elements().stream()
                        .map(pool -> new PoolEntry(pool.id(), pool.settings().name()))
                        .toList(),
                page.next());
    }
}

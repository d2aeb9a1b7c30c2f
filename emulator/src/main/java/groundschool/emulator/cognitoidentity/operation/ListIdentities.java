package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Optional;

/// Lists whom a pool knows. None of them is disabled ever, so that there is nobody to hide.
///
/// Source:
/// [ListIdentities](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html)
public record ListIdentities(
        String identityPoolId,
        int maxResults,
        Optional<String> nextToken,
        Optional<Boolean> hideDisabled)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(
            String identityPoolId,
            List<IdentityDescription> identities,
            Optional<String> nextToken) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("ListIdentities", identityPoolId, pools, call));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var page = Page.of(pools.identities(pool.id()), Identity::id, maxResults, nextToken);
        return new Response(
                pool.id(),
                page.elements().stream().map(IdentityDescription::of).toList(),
                page.next());
    }
}

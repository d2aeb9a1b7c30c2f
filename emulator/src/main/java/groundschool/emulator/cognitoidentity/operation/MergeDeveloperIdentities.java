package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.Identity.Link;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;

/// Makes two whom a developer knows one: the first is forgotten, what it signs in by is the
/// second's.
///
/// Source:
/// [MergeDeveloperIdentities](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MergeDeveloperIdentities.html)
public record MergeDeveloperIdentities(
        String sourceUserIdentifier,
        String destinationUserIdentifier,
        String developerProviderName,
        String identityPoolId)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(String identityId) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("MergeDeveloperIdentities", identityPoolId, pools, call));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var provider = DeveloperUser.provider(developerProviderName, pool);
        var source = DeveloperUser.who(new Link(provider, sourceUserIdentifier), pool, pools);
        var merged = DeveloperUser.who(new Link(provider, destinationUserIdentifier), pool, pools);
        if (source.id().equals(merged.id())) {
            return new Response(merged.id());
        }
        pools.delete(source);
        for (var link : source.logins()) {
            merged = pools.link(merged, link, call);
        }
        return new Response(merged.id());
    }
}

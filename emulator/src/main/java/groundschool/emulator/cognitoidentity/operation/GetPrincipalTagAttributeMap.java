package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPool.TagMap;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells what of a token becomes tags of sessions.
///
/// Source:
/// [GetPrincipalTagAttributeMap](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html)
public record GetPrincipalTagAttributeMap(String identityPoolId, String identityProviderName)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(
            String identityPoolId,
            String identityProviderName,
            boolean useDefaults,
            Map<String, String> principalTags) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("GetPrincipalTagAttributeMap", identityPoolId, pools, call));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var map =
                Optional.ofNullable(pool.tagMaps().get(identityProviderName))
                        .orElse(new TagMap(false, Map.of()));
        return new Response(pool.id(), identityProviderName, map.useDefaults(), map.claims());
    }
}

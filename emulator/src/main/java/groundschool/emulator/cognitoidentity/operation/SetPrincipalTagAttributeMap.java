package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPool.TagMap;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what of a token becomes tags of sessions, by which policies let people in.
///
/// Source:
/// [SetPrincipalTagAttributeMap](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html)
public record SetPrincipalTagAttributeMap(
        String identityPoolId,
        String identityProviderName,
        Optional<Boolean> useDefaults,
        Optional<Map<String, String>> principalTags)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(
            String identityPoolId,
            String identityProviderName,
            boolean useDefaults,
            Map<String, String> principalTags) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(
                PoolAccess.toIdentity(
                        "SetPrincipalTagAttributeMap", Optional.of(identityPoolId), call));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        var map =
                new TagMap(
                        useDefaults.orElse(false),
                        useDefaults.orElse(false) ? Map.of() : principalTags.orElse(Map.of()));
        pools.put(pool.tagging(identityProviderName, map));
        return new Response(pool.id(), identityProviderName, map.useDefaults(), map.claims());
    }
}

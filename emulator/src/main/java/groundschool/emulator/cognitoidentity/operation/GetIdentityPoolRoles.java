package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPool.RoleMapping;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells which roles people of a pool get.
///
/// Source:
/// [GetIdentityPoolRoles](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html)
public record GetIdentityPoolRoles(String identityPoolId)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(
            String identityPoolId,
            Optional<Map<String, String>> roles,
            Optional<Map<String, RoleMapping>> roleMappings) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("GetIdentityPoolRoles", identityPoolId, pools, call));
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        return new Response(
                pool.id(),
                Optional.of(pool.roles()).filter(all -> !all.isEmpty()),
                Optional.of(pool.mappings()).filter(all -> !all.isEmpty()));
    }
}

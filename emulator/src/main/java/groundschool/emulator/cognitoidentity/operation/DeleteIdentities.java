package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.PoolIds;
import java.util.ArrayList;
import java.util.List;

/// Forgets people, who get other identities if they come again.
///
/// Source:
/// [DeleteIdentities](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html)
public record DeleteIdentities(List<String> identityIdsToDelete)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    public record Response(List<Unprocessed> unprocessedIdentityIds) {}

    public record Unprocessed(String identityId, String errorCode) {}

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return identityIdsToDelete.stream()
                .map(id ->
                        PoolAccess.toIdentity(
                                "DeleteIdentities",
                                pools.findIdentity(id).map(Identity::poolId),
                                call))
                .distinct()
                .toList();
    }

    @Override
    public Response run(IdentityPools pools, Call call) {
        var unknown = new ArrayList<Unprocessed>();
        for (var id : identityIdsToDelete) {
            pools.findIdentity(id)
                    .filter(_ -> PoolIds.region(id).equals(call.region()))
                    .ifPresentOrElse(
                            pools::delete, () -> unknown.add(new Unprocessed(id, "AccessDenied")));
        }
        return new Response(unknown);
    }
}

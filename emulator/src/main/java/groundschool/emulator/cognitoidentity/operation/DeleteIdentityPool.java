package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;

/// Deletes a pool with all whom it knows.
///
/// Source:
/// [DeleteIdentityPool](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentityPool.html)
public record DeleteIdentityPool(String identityPoolId)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("DeleteIdentityPool", identityPoolId, pools, call));
    }

    @Override
    public Nothing run(IdentityPools pools, Call call) {
        pools.delete(pools.pool(identityPoolId, call));
        return new Nothing();
    }
}

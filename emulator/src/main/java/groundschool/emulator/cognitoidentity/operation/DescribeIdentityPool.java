package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;

/// Tells what a pool is set to.
///
/// Source:
/// [DescribeIdentityPool](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html)
public record DescribeIdentityPool(String identityPoolId)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(PoolAccess.to("DescribeIdentityPool", identityPoolId, pools, call));
    }

    @Override
    public PoolDescription run(IdentityPools pools, Call call) {
        return PoolDescription.of(pools.pool(identityPoolId, call));
    }
}

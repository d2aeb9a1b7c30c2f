package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.Identity;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;

/// Tells who somebody is, and how they sign in.
///
/// Source:
/// [DescribeIdentity](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentity.html)
public record DescribeIdentity(String identityId)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(
                PoolAccess.toIdentity(
                        "DescribeIdentity",
                        pools.findIdentity(identityId).map(Identity::poolId),
                        call));
    }

    @Override
    public IdentityDescription run(IdentityPools pools, Call call) {
        return IdentityDescription.of(pools.identity(identityId, call));
    }
}

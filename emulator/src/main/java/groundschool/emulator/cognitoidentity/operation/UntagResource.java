package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes labels from a pool.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UntagResource.html)
public record UntagResource(String resourceArn, List<String> tagKeys)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(
                PoolAccess.to(
                        "UntagResource",
                        PoolAccess.idOf(resourceArn),
                        tagKeys.isEmpty() ? Map.of() : Map.of("aws:TagKeys", tagKeys),
                        pools,
                        call));
    }

    @Override
    public Nothing run(IdentityPools pools, Call call) {
        var pool = pools.pool(PoolAccess.idOf(resourceArn), call);
        var left = new TreeMap<>(pool.settings().tags());
        tagKeys.forEach(left::remove);
        pools.put(pool.with(pool.settings().tagged(left)));
        return new Nothing();
    }
}

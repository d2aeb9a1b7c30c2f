package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Labels a pool.
///
/// Source:
/// [TagResource](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_TagResource.html)
public record TagResource(String resourceArn, Map<String, String> tags)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    private static final int MOST = 50;

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of(
                PoolAccess.to(
                        "TagResource",
                        PoolAccess.idOf(resourceArn),
                        PoolAccess.labels(tags),
                        pools,
                        call));
    }

    @Override
    public Nothing run(IdentityPools pools, Call call) {
        var pool = pools.pool(PoolAccess.idOf(resourceArn), call);
        var all = new TreeMap<>(pool.settings().tags());
        all.putAll(tags);
        if (all.size() > MOST) {
            throw CognitoIdentityErrors.invalidParameter(
                    "A pool has %d tags at most.".formatted(MOST));
        }
        pools.put(pool.with(pool.settings().tagged(all)));
        return new Nothing();
    }
}

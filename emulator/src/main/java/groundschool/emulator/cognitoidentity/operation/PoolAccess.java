package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cognitoidentity.IdentityPool;
import groundschool.emulator.cognitoidentity.IdentityPools;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What IAM is asked about pools.
final class PoolAccess {

    private PoolAccess() {}

    /// On a pool, with its labels.
    static Access to(String operation, String poolId, IdentityPools pools, Call call) {
        return to(operation, poolId, Map.of(), pools, call);
    }

    /// The same with further condition keys.
    static Access to(
            String operation,
            String poolId,
            Map<String, List<String>> more,
            IdentityPools pools,
            Call call) {
        var keys = new HashMap<>(more);
        pools.find(poolId)
                .ifPresent(pool ->
                        pool.settings()
                                .tags()
                                .forEach((tag, value) ->
                                        keys.put("aws:ResourceTag/" + tag, List.of(value))));
        return new Access("cognito-identity:" + operation, IdentityPool.arn(poolId, call), keys);
    }

    /// On an identity, which has no ARN: its pool is a condition key.
    static Access toIdentity(String operation, Optional<String> poolId, Call call) {
        return new Access(
                "cognito-identity:" + operation,
                "*",
                poolId.map(id ->
                                Map.of(
                                        "cognito-identity:IdentityPoolArn",
                                        List.of(IdentityPool.arn(id, call))))
                        .orElse(Map.of()));
    }

    /// What policies may test of labels that are given.
    static Map<String, List<String>> labels(Map<String, String> tags) {
        var keys = new HashMap<String, List<String>>();
        tags.forEach((tag, value) -> keys.put("aws:RequestTag/" + tag, List.of(value)));
        if (!tags.isEmpty()) {
            keys.put("aws:TagKeys", List.copyOf(tags.keySet()));
        }
        return keys;
    }

    /// The pool that an ARN names.
    static String idOf(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}

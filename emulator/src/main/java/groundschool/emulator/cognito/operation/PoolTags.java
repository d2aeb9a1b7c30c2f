package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Labels of pools.
final class PoolTags {

    private static final int MOST = 50;

    private PoolTags() {}

    static Map<String, List<String>> conditionKeys(Map<String, String> tags) {
        var keys = new HashMap<String, List<String>>();
        tags.forEach((key, value) -> keys.put("aws:RequestTag/" + key, List.of(value)));
        if (!tags.isEmpty()) {
            keys.put("aws:TagKeys", List.copyOf(tags.keySet()));
        }
        return keys;
    }

    /// The pool that an ARN names.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    static Pool pool(String arn, UserPools pools, Call call) {
        var start = call.arn("cognito-idp", "userpool/");
        if (!arn.startsWith(start)) {
            throw CognitoErrors.resourceNotFound("Resource " + arn);
        }
        return pools.pool(arn.substring(start.length()), call);
    }

    static void put(Pool pool, Map<String, String> tags, UserPools pools, Call call) {
        if (tags.size() > MOST) {
            throw CognitoErrors.invalid("Number of tags exceeds the limit of " + MOST);
        }
        pools.put(pool.with(pool.settings().tagged(tags), call.now()));
    }
}

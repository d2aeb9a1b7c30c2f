package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Labels a pool.
///
/// Source:
/// [TagResource](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TagResource.html)
public record TagResource(String resourceArn, Map<String, String> tags)
        implements CognitoIdpOperation, Operation<UserPools> {

    @Override
    public List<Access> access(UserPools pools, Call call) {
        return List.of(
                new Access("cognito-idp:TagResource", resourceArn, PoolTags.conditionKeys(tags)));
    }

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = PoolTags.pool(resourceArn, pools, call);
        var all = new HashMap<>(pool.settings().userPoolTags());
        all.putAll(tags);
        PoolTags.put(pool, all, pools, call);
        return new Nothing();
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes labels off a pool.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UntagResource.html)
public record UntagResource(String resourceArn, List<String> tagKeys)
        implements CognitoIdpOperation, Operation<UserPools> {

    @Override
    public List<Access> access(UserPools pools, Call call) {
        return List.of(
                new Access(
                        "cognito-idp:UntagResource",
                        resourceArn,
                        Map.of("aws:TagKeys", List.copyOf(tagKeys))));
    }

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = PoolTags.pool(resourceArn, pools, call);
        var all = new HashMap<>(pool.settings().userPoolTags());
        tagKeys.forEach(all::remove);
        PoolTags.put(pool, all, pools, call);
        return new Nothing();
    }
}

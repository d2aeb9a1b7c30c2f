package groundschool.emulator.cognito.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Request;
import groundschool.emulator.cognito.UserPools;
import java.util.HashMap;
import java.util.List;

/// An operation on one pool that an administrator calls: IAM is asked for the action of its name,
/// on the pool.
interface OfPool extends Request<UserPools> {

    String userPoolId();

    @Override
    default List<Access> access(UserPools pools, Call call) {
        return access(getClass().getSimpleName(), userPoolId(), pools, call);
    }

    /// The same for an operation that does not need to be told which pool.
    static List<Access> access(String action, String poolId, UserPools pools, Call call) {
        var keys = new HashMap<String, List<String>>();
        pools.find(poolId)
                .ifPresent(pool ->
                        pool.settings()
                                .userPoolTags()
                                .forEach((key, value) ->
                                        keys.put("aws:ResourceTag/" + key, List.of(value))));
        return List.of(
                new Access(
                        "cognito-idp:" + action,
                        call.arn("cognito-idp", "userpool/" + poolId),
                        keys));
    }
}

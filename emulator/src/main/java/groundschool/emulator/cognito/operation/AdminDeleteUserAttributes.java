package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.user.User;
import java.util.ArrayList;
import java.util.List;

/// Takes away what is known of somebody.
///
/// Source:
/// [AdminDeleteUserAttributes](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUserAttributes.html)
public record AdminDeleteUserAttributes(
        String userPoolId, String username, List<String> userAttributeNames)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        remove(pools.users(pool).named(username), userAttributeNames, pool, pools, call);
        return new Nothing();
    }

    static void remove(User user, List<String> names, Pool pool, UserPools pools, Call call) {
        for (var name : names) {
            if (Schema.find(pool.schema(), name).isEmpty()) {
                throw CognitoErrors.schema(
                        List.of(name + ": Attribute does not exist in the schema."));
            }
            if (name.equals("sub") || Schema.required(pool.schema()).contains(name)) {
                throw CognitoErrors.invalid(
                        "user.%s: Attribute cannot be deleted.".formatted(name));
            }
        }
        var all = new ArrayList<>(names);
        names.forEach(name -> all.add(name + "_verified"));
        pools.users(pool).put(user.without(all, call.now()));
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.risk.AuthEvents;
import groundschool.emulator.cognito.user.User;

/// Deletes somebody.
///
/// Source:
/// [AdminDeleteUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html)
public record AdminDeleteUser(String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        delete(pools.users(pool).named(username), pool, pools, call);
        return new Nothing();
    }

    static void delete(User user, Pool pool, UserPools pools, Call call) {
        pools.groups(pool).forget(user);
        pools.codes(pool).forget(user);
        pools.devices(pool).forget(user);
        pools.identities(pool).forget(user);
        pools.passkeys(pool).forget(user);
        new AuthEvents(pool, pools).forget(user);
        pools.grants(pool).end(user.username(), call.now());
        pools.users(pool).remove(user);
    }
}

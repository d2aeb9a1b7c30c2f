package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.user.Passwords;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.Optional;

/// Gives somebody a password, for good or to begin with.
///
/// Source:
/// [AdminSetUserPassword](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html)
public record AdminSetUserPassword(
        String userPoolId, String username, String password, Optional<Boolean> permanent)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var user = pools.users(pool).named(username);
        var isPermanent = permanent.orElse(false);
        var until =
                isPermanent
                        ? Optional.<Instant>empty()
                        : Optional.of(call.now().plus(pool.passwordPolicy().temporaryValidity()));
        var changed =
                Passwords.changed(user, password, until, pool, pools, call.now())
                        .with(
                                isPermanent
                                        ? User.Status.CONFIRMED
                                        : User.Status.FORCE_CHANGE_PASSWORD,
                                call.now());
        // Whoever came from elsewhere signs in by an address from now on, which may be taken.
        pools.users(pool).checkFree(changed);
        pools.users(pool).put(changed);
        pools.attempts(pool).passwordRight(user.username());
        return new Nothing();
    }
}

package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// Gives people passwords.
public final class Passwords {

    private Passwords() {}

    /// Somebody with another password.
    ///
    /// @param temporaryUntil present if an administrator gives it
    /// @throws groundschool.emulator.AwsException if it is not good enough, or was used before
    public static User changed(
            User user,
            String password,
            Optional<Instant> temporaryUntil,
            Pool pool,
            UserPools pools,
            Instant now) {
        var policy = pool.passwordPolicy();
        policy.check(password);
        int kept = policy.passwordHistorySize().orElse(0);
        if (kept > 0) {
            checkNew(user, password, pool, kept);
        }
        return user.with(made(user.username(), password, temporaryUntil, pool, pools), kept, now);
    }

    /// A password of somebody who had none.
    public static User.Password made(
            String username,
            String password,
            Optional<Instant> temporaryUntil,
            Pool pool,
            UserPools pools) {
        return new User.Password(
                Verifier.of(pool, username, password, pools.random()), temporaryUntil);
    }

    private static void checkNew(User user, String password, Pool pool, int kept) {
        var before = new ArrayList<Verifier>();
        user.password().map(User.Password::verifier).ifPresent(before::add);
        before.addAll(user.history());
        if (before.stream()
                .limit(kept)
                .anyMatch(verifier -> verifier.matches(pool, user.username(), password))) {
            throw CognitoErrors.passwordHistory();
        }
    }
}

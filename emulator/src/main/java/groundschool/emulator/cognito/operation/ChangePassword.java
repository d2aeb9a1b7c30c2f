package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Passwords;
import java.util.Optional;

/// Gives whoever asks a new password.
///
/// Source:
/// [ChangePassword](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html)
public record ChangePassword(
        Optional<String> previousPassword, String proposedPassword, String accessToken)
        implements CognitoIdpOperation, OfHolder, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var holding = holding(Optional.empty(), turn, call);
        var visit = holding.visit();
        var user = holding.user();
        var pool = visit.pool();
        visit.change(pools -> {
            pools.attempts(pool).count(Attempts.Kind.CHANGE_PASSWORD, user.username(), visit.now());
            return true;
        });
        var isRight =
                user.password()
                        .map(password ->
                                previousPassword
                                        .filter(before ->
                                                password.verifier()
                                                        .matches(pool, user.username(), before))
                                        .isPresent())
                        .orElse(previousPassword.isEmpty());
        if (!isRight) {
            throw CognitoErrors.incorrect();
        }
        pool.passwordPolicy().check(proposedPassword);
        ThreatProtection.checkNew(visit, Optional.of(user), proposedPassword, "PASSWORD_CHANGE");
        visit.change(pools -> {
            pools.users(pool)
                    .put(
                            Passwords.changed(
                                    pools.users(pool).named(user.username()),
                                    proposedPassword,
                                    Optional.empty(),
                                    pool,
                                    pools,
                                    visit.now()));
            return true;
        });
        ThreatProtection.note(
                visit,
                user,
                AuthEvent.Type.PasswordChange,
                AuthEvent.Response.Pass,
                Optional.of(proposedPassword));
        return new Nothing();
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Codes;
import groundschool.emulator.cognito.user.Confirmation;
import groundschool.emulator.cognito.user.Passwords;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Gives somebody a new password, by the code that was sent.
///
/// Source:
/// [ConfirmForgotPassword](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html)
public record ConfirmForgotPassword(
        String clientId,
        Optional<String> secretHash,
        String username,
        String confirmationCode,
        String password,
        Optional<Map<String, String>> clientMetadata,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<UserContextData> userContextData)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var visit =
                UserContextData.told(
                        userContextData, Visit.byClient(clientId, clientMetadata, turn, call));
        visit.application().checkSecretHash(secretHash, username);
        confirm(visit, username, confirmationCode, password);
        return new Nothing();
    }

    /// @throws AwsException if the code is not the one that was sent
    public static void confirm(Visit visit, String username, String digits, String password) {
        ThreatProtection.admit(visit, username, AuthEvent.Type.PasswordChange);
        var user =
                visit.user(username)
                        .orElseThrow(() ->
                                visit.application().hidesUsers()
                                        ? CognitoErrors.codeMismatch()
                                        : CognitoErrors.userOfClientNotFound());
        var pool = visit.pool();
        visit.change(pools -> {
            pools.attempts(pool)
                    .count(Attempts.Kind.CONFIRM_PASSWORD, user.username(), visit.now());
            return true;
        });
        pool.passwordPolicy().check(password);
        ThreatProtection.checkNew(visit, Optional.of(user), password, "PASSWORD_CHANGE");
        var changed =
                visit.change(pools -> {
                    pools.codes(pool).check(user, Codes.Purpose.PASSWORD, digits, visit.now());
                    var next =
                            Passwords.changed(
                                            pools.users(pool).named(user.username()),
                                            password,
                                            Optional.empty(),
                                            pool,
                                            pools,
                                            visit.now())
                                    .with(User.Status.CONFIRMED, visit.now());
                    pools.users(pool).put(next);
                    pools.codes(pool).remove(user, Codes.Purpose.PASSWORD);
                    pools.attempts(pool).forget(Attempts.Kind.CONFIRM_PASSWORD, user.username());
                    pools.attempts(pool).passwordRight(user.username());
                    return next;
                });
        ThreatProtection.completed(visit, changed, AuthEvent.Type.ForgotPassword);
        ThreatProtection.note(
                visit,
                changed,
                AuthEvent.Type.PasswordChange,
                AuthEvent.Response.Pass,
                Optional.of(password));
        Confirmation.tell(visit, changed, "PostConfirmation_ConfirmForgotPassword");
    }
}

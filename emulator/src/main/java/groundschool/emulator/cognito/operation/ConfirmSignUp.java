package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.SignUpSession;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Codes;
import groundschool.emulator.cognito.user.Confirmation;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Confirms who has signed up, by the code that was sent.
///
/// Source:
/// [ConfirmSignUp](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html)
public record ConfirmSignUp(
        String clientId,
        Optional<String> secretHash,
        String username,
        String confirmationCode,
        Optional<Boolean> forceAliasCreation,
        Optional<Map<String, String>> clientMetadata,
        Optional<String> session,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<UserContextData> userContextData)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    /// @param session with which who is confirmed is in, if one came along
    public record Response(Optional<String> session) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var visit =
                UserContextData.told(
                        userContextData, Visit.byClient(clientId, clientMetadata, turn, call));
        visit.application().checkSecretHash(secretHash, username);
        confirm(visit, username, confirmationCode, forceAliasCreation.orElse(false));
        return new Response(
                session.flatMap(sealed ->
                        SignUpSession.take(visit, sealed, username, SignUpSession.SIGNED_UP)
                                .flatMap(user ->
                                        SignUpSession.begin(
                                                visit, user, SignUpSession.CONFIRMED))));
    }

    /// @throws groundschool.emulator.AwsException if the code is not the one that was sent
    public static void confirm(Visit visit, String username, String digits, boolean force) {
        ThreatProtection.admit(visit, username, AuthEvent.Type.SignUp);
        var user =
                visit.user(username)
                        .orElseThrow(() ->
                                visit.application().hidesUsers()
                                        ? CognitoErrors.codeExpired()
                                        : CognitoErrors.userOfClientNotFound());
        visit.change(pools -> {
            pools.attempts(visit.pool())
                    .count(Attempts.Kind.CONFIRM_SIGN_UP, user.username(), visit.now());
            return true;
        });
        if (user.status() != User.Status.UNCONFIRMED) {
            throw CognitoErrors.cannotConfirm(user.status().name());
        }
        var code =
                visit.change(pools ->
                        pools.codes(visit.pool())
                                .check(user, Codes.Purpose.SIGN_UP, digits, visit.now()));
        Confirmation.confirm(visit, user, code.value(), force);
        ThreatProtection.completed(visit, user, AuthEvent.Type.SignUp);
    }
}

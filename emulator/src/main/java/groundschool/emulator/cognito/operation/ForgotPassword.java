package groundschool.emulator.cognito.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Migration;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Codes;
import groundschool.emulator.cognito.user.Recovery;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Sends a code to somebody who has forgotten the password.
///
/// Source:
/// [ForgotPassword](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html)
public record ForgotPassword(
        String clientId,
        Optional<String> secretHash,
        String username,
        Optional<Map<String, String>> clientMetadata,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<UserContextData> userContextData)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    public record Response(Delivery.Details codeDeliveryDetails) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var visit =
                UserContextData.told(
                        userContextData, Visit.byClient(clientId, clientMetadata, turn, call));
        visit.application().checkSecretHash(secretHash, username);
        return new Response(send(visit, username));
    }

    /// @return where the code went, or would have gone if there were such a user
    public static Delivery.Details send(Visit visit, String username) {
        ThreatProtection.admit(visit, username, AuthEvent.Type.ForgotPassword);
        var found = visit.user(username).or(() -> Migration.forgetful(visit, username));
        var hides = visit.application().hidesUsers();
        if (found.isEmpty()) {
            if (hides) {
                return Recovery.pretended(visit.pool(), username);
            }
            throw CognitoErrors.userOfClientNotFound();
        }
        try {
            return send(visit, found.get());
        } catch (AwsException refusal) {
            if (hides
                    && !refusal.code().equals("LimitExceededException")
                    && !refusal.code().endsWith("LambdaException")
                    && !refusal.code().startsWith("UserLambda")) {
                return Recovery.pretended(visit.pool(), username);
            }
            throw refusal;
        }
    }

    private static Delivery.Details send(Visit visit, User user) {
        if (!user.enabled()) {
            throw CognitoErrors.disabled();
        }
        if (user.status() == User.Status.FORCE_CHANGE_PASSWORD
                || user.status() == User.Status.EXTERNAL_PROVIDER) {
            throw CognitoErrors.notAuthorized(
                    "User password cannot be reset in the current state.");
        }
        var delivery = Recovery.delivery(visit.pool(), user);
        var code =
                visit.change(pools -> {
                    pools.attempts(visit.pool())
                            .count(Attempts.Kind.FORGOT_PASSWORD, user.username(), visit.now());
                    return pools.codes(visit.pool())
                            .make(user, Codes.Purpose.PASSWORD, Optional.empty(), visit.now());
                });
        Messages.send(visit, user, Messages.Occasion.FORGOT_PASSWORD, delivery, code.digits());
        ThreatProtection.note(
                visit,
                user,
                AuthEvent.Type.ForgotPassword,
                AuthEvent.Response.InProgress,
                Optional.empty());
        return delivery.details();
    }
}

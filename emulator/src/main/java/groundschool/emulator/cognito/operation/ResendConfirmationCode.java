package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Confirmation;
import groundschool.emulator.cognito.user.Recovery;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Sends another code to who has signed up.
///
/// Source:
/// [ResendConfirmationCode](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html)
public record ResendConfirmationCode(
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

    /// @return where the code went
    public static Delivery.Details send(Visit visit, String username) {
        ThreatProtection.admit(visit, username, AuthEvent.Type.ResendCode);
        var found = visit.user(username);
        if (found.isEmpty()) {
            if (visit.application().hidesUsers()) {
                return Recovery.pretended(visit.pool(), username);
            }
            throw CognitoErrors.userOfClientNotFound();
        }
        var user = found.get();
        if (user.status() != User.Status.UNCONFIRMED) {
            throw CognitoErrors.invalid("User is already confirmed.");
        }
        visit.change(pools -> {
            pools.attempts(visit.pool())
                    .count(Attempts.Kind.RESEND_CODE, user.username(), visit.now());
            return true;
        });
        var sent =
                Confirmation.send(visit, user, Messages.Occasion.RESEND)
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "Cannot resend codes. Auto verification not turned on."));
        ThreatProtection.note(
                visit, user, AuthEvent.Type.ResendCode, AuthEvent.Response.Pass, Optional.empty());
        return sent;
    }
}

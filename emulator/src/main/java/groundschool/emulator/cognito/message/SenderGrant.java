package groundschool.emulator.cognito.message;

import groundschool.emulator.Call;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.kms.operation.CreateGrant;
import java.util.List;
import java.util.Optional;

/// Lets a pool encrypt what it hands to custom senders, in the name of whoever sets them: they need
/// `kms:CreateGrant` for the key.
public final class SenderGrant {

    private SenderGrant() {}

    /// @throws groundschool.emulator.AwsException if the senders cannot be, or KMS refuses
    public static void make(Pool pool, Call call) {
        var all = pool.settings().lambdaConfig();
        if (all.customEmailSender().isEmpty() && all.customSMSSender().isEmpty()) {
            return;
        }
        var key =
                all.kMSKeyID()
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "KMSKeyID is required with CustomEmailSender or CustomSMSSender."));
        call.as(call.principal())
                .via("cognito-idp")
                .run(
                        new CreateGrant(
                                key,
                                Optional.empty(),
                                Optional.empty(),
                                List.of("Encrypt", "GenerateDataKey"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("cognito-" + pool.id()),
                                Optional.empty(),
                                Optional.of("cognito-idp.amazonaws.com"),
                                Optional.empty()));
    }
}

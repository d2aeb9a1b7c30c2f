package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;
import java.util.Optional;

/// Says which second factors whoever asks wants.
///
/// Source:
/// [SetUserMFAPreference](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html)
public record SetUserMFAPreference(
        Optional<MfaPreference.Wanted> sMSMfaSettings,
        Optional<MfaPreference.Wanted> softwareTokenMfaSettings,
        Optional<MfaPreference.Wanted> emailMfaSettings,
        Optional<MfaPreference.ByPasskey> webAuthnMfaSettings,
        String accessToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        var wish =
                new MfaPreference(
                        sMSMfaSettings,
                        softwareTokenMfaSettings,
                        emailMfaSettings,
                        webAuthnMfaSettings);
        pools.users(holder.pool()).put(wish.applied(holder.user(), holder.pool(), call.now()));
        return new Nothing();
    }
}

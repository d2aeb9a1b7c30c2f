package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.Optional;

/// Says which second factors somebody wants.
///
/// Source:
/// [AdminSetUserMFAPreference](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html)
public record AdminSetUserMFAPreference(
        Optional<MfaPreference.Wanted> sMSMfaSettings,
        Optional<MfaPreference.Wanted> softwareTokenMfaSettings,
        Optional<MfaPreference.Wanted> emailMfaSettings,
        Optional<MfaPreference.ByPasskey> webAuthnMfaSettings,
        String username,
        String userPoolId)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var wish =
                new MfaPreference(
                        sMSMfaSettings,
                        softwareTokenMfaSettings,
                        emailMfaSettings,
                        webAuthnMfaSettings);
        var user = pools.users(pool).named(username);
        pools.users(pool).put(wish.applied(user, pool, call.now()));
        return new Nothing();
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;

/// Deletes a passkey of whoever asks.
///
/// Source:
/// [DeleteWebAuthnCredential](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteWebAuthnCredential.html)
public record DeleteWebAuthnCredential(String accessToken, String credentialId)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        var passkeys = pools.passkeys(holder.pool());
        passkeys.remove(
                holder.user(),
                passkeys.find(holder.user(), credentialId)
                        .orElseThrow(() -> CognitoErrors.resourceNotFound("WebAuthn credential")));
        return new Nothing();
    }
}

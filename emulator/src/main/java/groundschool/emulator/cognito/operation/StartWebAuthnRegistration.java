package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.passkey.Registration;
import groundschool.emulator.cognito.token.Verified;
import java.util.Map;

/// Begins to register a passkey: says what key the browser is to make.
///
/// Source:
/// [StartWebAuthnRegistration](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html)
public record StartWebAuthnRegistration(String accessToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    public record Response(Map<String, Object> credentialCreationOptions) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        return new Response(
                new Registration(holder.pool(), holder.user(), holder.client())
                        .start(pools, call.now()));
    }
}

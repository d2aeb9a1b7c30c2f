package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.flow.SoftwareTokens;
import java.util.Optional;

/// Gives whoever asks a seed for an authenticator application.
///
/// Source:
/// [AssociateSoftwareToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html)
public record AssociateSoftwareToken(Optional<String> accessToken, Optional<String> session)
        implements CognitoIdpOperation, Unsigned, Operation<UserPools> {

    public record Response(String secretCode, Optional<String> session) {}

    @Override
    public Bearer bearer() {
        return TokenOrSession.bearer(accessToken, session);
    }

    @Override
    public Response run(UserPools pools, Call call) {
        var holder = TokenOrSession.of(accessToken, session, pools, call);
        if (!holder.pool().mfa().softwareToken()) {
            throw CognitoErrors.of(
                    "SoftwareTokenMFANotFoundException",
                    "Software token TOTP multi-factor authentication (MFA) is not enabled for the user pool.");
        }
        var seed = SoftwareTokens.seed(pools.random());
        var user = holder.user();
        pools.users(holder.pool()).put(user.with(user.factors().pending(seed), call.now()));
        return new Response(seed, holder.next(pools, false, call));
    }
}

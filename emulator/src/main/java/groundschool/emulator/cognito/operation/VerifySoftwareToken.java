package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.flow.SoftwareTokens;
import groundschool.emulator.cognito.user.Attempts;
import java.util.Optional;

/// Shows by a code that an authenticator application has the seed.
///
/// Source:
/// [VerifySoftwareToken](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html)
public record VerifySoftwareToken(
        Optional<String> accessToken,
        Optional<String> session,
        String userCode,
        Optional<String> friendlyDeviceName)
        implements CognitoIdpOperation, Unsigned, Interaction<UserPools> {

    public record Response(String status, Optional<String> session) {}

    @Override
    public Bearer bearer() {
        return TokenOrSession.bearer(accessToken, session);
    }

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        turn.transition(pools -> {
            var holder = TokenOrSession.of(accessToken, session, pools, call);
            pools.attempts(holder.pool())
                    .count(Attempts.Kind.SECOND_FACTOR, holder.user().username(), call.now());
            return true;
        });
        return turn.transition(pools -> verified(pools, call));
    }

    private Response verified(UserPools pools, Call call) {
        var holder = TokenOrSession.of(accessToken, session, pools, call);
        var user = holder.user();
        var seed =
                user.factors()
                        .pendingSeed()
                        .orElseThrow(() ->
                                CognitoErrors.of(
                                        "SoftwareTokenMFANotFoundException",
                                        "Software token TOTP multi-factor authentication (MFA) is not enabled for the user."));
        var step =
                SoftwareTokens.step(seed, userCode, call.now())
                        .orElseThrow(() ->
                                CognitoErrors.of(
                                        "EnableSoftwareTokenMFAException", "Code mismatch"));
        var factors = user.factors().verified(step - 1);
        // Whoever sets it up while signing in wants it.
        var wanted =
                holder.sealed().isPresent()
                        ? factors.preferring(
                                true,
                                factors.sms(),
                                factors.email(),
                                Optional.of("SOFTWARE_TOKEN_MFA"))
                        : factors;
        pools.users(holder.pool()).put(user.with(wanted, call.now()));
        pools.attempts(holder.pool()).forget(Attempts.Kind.SECOND_FACTOR, user.username());
        return new Response("SUCCESS", holder.next(pools, true, call));
    }
}

package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.passkey.Assertion;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognito.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says by what whoever asks can sign in.
///
/// Source:
/// [GetUserAuthFactors](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAuthFactors.html)
public record GetUserAuthFactors(String accessToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    public record Response(
            String username,
            Optional<String> preferredMfaSetting,
            Optional<List<String>> userMFASettingList,
            List<String> configuredUserAuthFactors) {

        static Response of(User user, Pool pool, UserPools pools) {
            var allowed =
                    pool.settings()
                            .policies()
                            .signInPolicy()
                            .flatMap(PoolSettings.SignInPolicy::allowedFirstAuthFactors)
                            .orElse(List.of("PASSWORD"));
            var all = new ArrayList<String>();
            if (user.password().isPresent()) {
                all.add("PASSWORD");
            }
            if (Assertion.isPossible(pool, user, pools)) {
                all.add("WEB_AUTHN");
            }
            if (allowed.contains("EMAIL_OTP") && user.hasVerified("email")) {
                all.add("EMAIL_OTP");
            }
            if (allowed.contains("SMS_OTP") && user.hasVerified("phone_number")) {
                all.add("SMS_OTP");
            }
            return new Response(
                    user.username(),
                    user.factors().preferred(),
                    Optional.of(user.factors().active()).filter(each -> !each.isEmpty()),
                    all);
        }
    }

    @Override
    public Response run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        return Response.of(holder.user(), holder.pool(), pools);
    }
}

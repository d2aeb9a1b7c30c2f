package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Turns codes by SMS on or off for whoever asks, as one did before there were other factors.
///
/// Source:
/// [SetUserSettings](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserSettings.html)
public record SetUserSettings(String accessToken, List<Option> mFAOptions)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    /// @param deliveryMedium `SMS`; nothing else can be set
    public record Option(Optional<String> deliveryMedium, Optional<String> attributeName) {}

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        pools.users(holder.pool()).put(applied(holder.user(), mFAOptions, call.now()));
        return new Nothing();
    }

    /// No option at all turns them off.
    static User applied(User user, List<Option> options, Instant now) {
        for (var option : options) {
            if (!option.deliveryMedium().equals(Optional.of("SMS"))
                    || !option.attributeName().equals(Optional.of("phone_number"))) {
                throw CognitoErrors.invalid("Only SMS to phone_number can be set.");
            }
        }
        if (!options.isEmpty() && user.attribute("phone_number").isEmpty()) {
            throw CognitoErrors.invalid(
                    "User does not have delivery config set to turn on SMS_MFA");
        }
        var factors = user.factors();
        return user.with(
                factors.preferring(
                        factors.softwareToken(),
                        !options.isEmpty(),
                        factors.email(),
                        factors.preferred()),
                now);
    }
}

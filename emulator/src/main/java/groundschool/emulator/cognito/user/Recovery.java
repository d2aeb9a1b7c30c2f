package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.pool.Schema;
import java.util.Comparator;
import java.util.List;

/// How somebody who has forgotten the password is reached.
///
/// Source:
/// [AccountRecoverySettingType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html)
public final class Recovery {

    private Recovery() {}

    /// @throws groundschool.emulator.AwsException if there is no way
    public static Delivery delivery(Pool pool, User user) {
        var ways =
                pool
                        .settings()
                        .accountRecoverySetting()
                        .recoveryMechanisms()
                        .orElse(List.of())
                        .stream()
                        .sorted(Comparator.comparing(PoolSettings.RecoveryOption::priority))
                        .map(PoolSettings.RecoveryOption::name)
                        .toList();
        if (ways.contains("admin_only")) {
            throw CognitoErrors.notAuthorized("Contact administrator to reset password.");
        }
        return ways.stream()
                .map(way -> way.substring("verified_".length()))
                .filter(user::hasVerified)
                .filter(attribute -> !isSecondFactor(attribute, user))
                .findFirst()
                .map(attribute -> Delivery.to(attribute, user.attribute(attribute).orElseThrow()))
                .orElseThrow(() ->
                        CognitoErrors.invalid(
                                "Cannot reset password for the user as there is no registered/verified email or phone_number"));
    }

    /// One way cannot be both factors.
    private static boolean isSecondFactor(String attribute, User user) {
        return attribute.equals("email") ? user.factors().email() : user.factors().sms();
    }

    /// What is said of somebody who is not there, so that nobody sees that: always the same for a
    /// name.
    public static Delivery.Details pretended(Pool pool, String name) {
        if (Schema.isEmail(name)) {
            return Delivery.to("email", name).details();
        }
        if (Schema.isPhone(name)) {
            return Delivery.to("phone_number", name).details();
        }
        var hash = Hashes.sha256(Hashes.utf8(pool.id()), Hashes.utf8(pool.folded(name)));
        return Delivery.to("email", letter(hash[0]) + "@" + letter(hash[1])).details();
    }

    private static char letter(byte any) {
        return (char) ('a' + (any & 0xff) % 26);
    }
}

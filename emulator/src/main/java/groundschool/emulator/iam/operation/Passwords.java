package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.LoginProfile;
import groundschool.emulator.iam.identity.PasswordPolicy;
import groundschool.emulator.iam.identity.User;
import java.time.Instant;
import java.util.Optional;

/// Holds new passwords against what the account asks of them.
///
/// Source: [Account password
/// policy](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html)
final class Passwords {

    private Passwords() {}

    /// What the API shows of a password.
    record Shown(String userName, Instant createDate, boolean passwordResetRequired) {

        static Shown of(User user, LoginProfile login) {
            return new Shown(user.name(), login.createdAt(), login.mustReset());
        }
    }

    /// The user's password.
    ///
    /// @throws groundschool.emulator.AwsException if it has none
    static LoginProfile login(User user) {
        return user.login().orElseThrow(() -> IamErrors.noLoginProfile(user.name()));
    }

    /// @param before what the user had; absent for the first password
    /// @throws groundschool.emulator.AwsException if the password will not do
    static void check(String password, Optional<LoginProfile> before, Identities identities) {
        var policy = identities.settings().passwordPolicy();
        policy.map(asked -> asked.objection(password))
                .orElseGet(() -> PasswordPolicy.usualObjection(password))
                .ifPresent(objection -> {
                    throw IamErrors.passwordPolicyViolation(objection);
                });
        var last = policy.flatMap(PasswordPolicy::passwordReusePrevention).orElse(0);
        if (before.filter(login -> login.wasLately(password, last)).isPresent()) {
            throw IamErrors.passwordPolicyViolation(
                    "Password does not conform to the account password policy.");
        }
    }
}

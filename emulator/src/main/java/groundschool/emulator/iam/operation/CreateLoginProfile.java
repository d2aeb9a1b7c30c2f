package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.LoginProfile;
import java.util.List;
import java.util.Optional;

/// Gives a user its first password for the console; without a name, the one who asks.
///
/// Source:
/// [CreateLoginProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html)
public record CreateLoginProfile(
        Optional<String> userName,
        Optional<String> password,
        Optional<Boolean> passwordResetRequired)
        implements IamOperation {

    public record Response(Passwords.Shown loginProfile) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:CreateLoginProfile", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, UserNames.orOwn(userName, call));
        if (user.login().isPresent()) {
            throw IamErrors.alreadyExists(
                    "Login Profile for user %s already exists.".formatted(user.name()));
        }
        var first = password.orElseThrow(() -> IamErrors.validation("Password must be specified."));
        Passwords.check(first, user.login(), identities);
        var login =
                LoginProfile.fresh(first, passwordResetRequired.orElse(false), IamTimes.now(call));
        identities.put(user.signingIn(Optional.of(login)));
        return new Response(Passwords.Shown.of(user, login));
    }
}

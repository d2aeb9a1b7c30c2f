package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Sets the password of the user who asks.
///
/// Source:
/// [ChangePassword](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html)
public record ChangePassword(String oldPassword, String newPassword) implements IamOperation {

    private static final String ACTION = "iam:ChangePassword";

    /// A password policy may let all users change their own without a policy that says so. It takes
    /// an explicit deny to stop them then.
    @Override
    public List<Access> access(Identities identities, Call call) {
        var name = call.principal() instanceof Principal.User user ? user.name() : "";
        if (name.isEmpty()) {
            return Accesses.userOrOwn(ACTION, identities, call, Optional.empty());
        }
        var asked = Accesses.user(ACTION, identities, call, name);
        return OwnPassword.isOpenToAll(identities)
                ? asked.stream().map(OwnPassword::guarded).toList()
                : asked;
    }

    @Override
    public Done run(Identities identities, Call call) {
        if (!(call.principal() instanceof Principal.User caller)) {
            throw IamErrors.invalidUserType("Only IAM Users can change their own password");
        }
        var user = Known.user(identities, caller.name());
        var login = Passwords.login(user);
        if (!login.is(oldPassword)) {
            throw IamErrors.accessDenied("The old password was incorrect.");
        }
        Passwords.check(newPassword, user.login(), identities);
        identities.put(
                user.signingIn(
                        Optional.of(login.with(newPassword, IamTimes.now(call)).resetting(false))));
        return new Done();
    }
}

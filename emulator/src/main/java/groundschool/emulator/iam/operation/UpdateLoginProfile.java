package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Sets the password of a user, or whether it must be changed.
///
/// Source:
/// [UpdateLoginProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html)
public record UpdateLoginProfile(
        String userName, Optional<String> password, Optional<Boolean> passwordResetRequired)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:UpdateLoginProfile", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var before = Passwords.login(user);
        var login = before.resetting(passwordResetRequired.orElse(before.mustReset()));
        if (password.isPresent()) {
            Passwords.check(password.get(), user.login(), identities);
            login = login.with(password.get(), IamTimes.now(call));
        }
        identities.put(user.signingIn(Optional.of(login)));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Takes the password from a user; without a name, from the one who asks. Keys still work.
///
/// Source:
/// [DeleteLoginProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html)
public record DeleteLoginProfile(Optional<String> userName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:DeleteLoginProfile", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, UserNames.orOwn(userName, call));
        Passwords.login(user);
        identities.put(user.signingIn(Optional.empty()));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Says whether a user has a password, and since when; without a name, the one who asks.
///
/// Source:
/// [GetLoginProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html)
public record GetLoginProfile(Optional<String> userName) implements IamOperation {

    public record Response(Passwords.Shown loginProfile) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:GetLoginProfile", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, UserNames.orOwn(userName, call));
        return new Response(Passwords.Shown.of(user, Passwords.login(user)));
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Describes a user; without a name, the one who asks.
///
/// Source: [GetUser](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html)
public record GetUser(Optional<String> userName) implements IamOperation {

    public record Response(UserDescription user) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:GetUser", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        if (userName.isEmpty() && call.principal() instanceof Principal.Root root) {
            return new Response(
                    new UserDescription(
                            "/",
                            root.account(),
                            root.userId(),
                            root.arn(),
                            call.now(),
                            Optional.empty(),
                            Optional.empty()));
        }
        var user = Known.user(identities, UserNames.orOwn(userName, call));
        return new Response(UserDescription.of(user, call.account()));
    }
}

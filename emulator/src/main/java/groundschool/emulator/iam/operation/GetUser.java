package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.IamErrors;
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
        return List.of(
                Access.to(
                        "iam:GetUser",
                        userName.map(name -> IamArns.user(identities, call, name))
                                .orElse(call.principal().arn())));
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
        var name = UserNames.orOwn(userName, call);
        var user = identities.user(name).orElseThrow(() -> IamErrors.noSuchEntity("user", name));
        return new Response(UserDescription.of(user, call.account()));
    }
}

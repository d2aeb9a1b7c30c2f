package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.TrustedPrincipals;
import groundschool.emulator.iam.identity.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives a user another name, another path, or both. Its id, keys and permissions stay.
///
/// Source: [UpdateUser](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html)
public record UpdateUser(String userName, Optional<String> newPath, Optional<String> newUserName)
        implements IamOperation {

    /// The user must be allowed to be changed, and the one that it becomes as well.
    @Override
    public List<Access> access(Identities identities, Call call) {
        var old = IamArns.user(identities, call, userName);
        var path = newPath.or(() -> identities.user(userName).map(User::path)).orElse("/");
        var becomes = IamArns.user(call, path, newUserName.orElse(userName));
        return Stream.of(old, becomes)
                .distinct()
                .map(arn -> Access.to("iam:UpdateUser", arn))
                .toList();
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var name = newUserName.orElse(user.name());
        identities
                .user(name)
                .filter(other -> !other.id().equals(user.id()))
                .ifPresent(_ -> {
                    throw IamErrors.alreadyExists("User", name);
                });
        var renamed = user.named(newPath.orElse(user.path()), name);
        identities.remove(user);
        identities.put(renamed);
        TrustedPrincipals.isRenamed(
                identities, user.arn(call.account()), renamed.arn(call.account()));
        identities
                .keysOf(user.id())
                .forEach(key -> call.keys().replace(key.id(), renamed.principal(call.account())));
        return new Done();
    }
}

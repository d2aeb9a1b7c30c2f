package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.identity.User;
import java.util.List;
import java.util.Optional;

/// Adds a user to the account.
///
/// Source: [CreateUser](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html)
public record CreateUser(
        Optional<String> path,
        String userName,
        Optional<String> permissionsBoundary,
        Optional<List<Tag>> tags)
        implements IamOperation {

    public record Response(UserDescription user) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        var arn = IamArns.user(call, path.orElse("/"), userName);
        return List.of(
                new Access("iam:CreateUser", arn, TagKeys.requested(tags, permissionsBoundary)));
    }

    @Override
    public Response run(Identities identities, Call call) {
        identities
                .user(userName)
                .ifPresent(_ -> {
                    throw IamErrors.alreadyExists("User", userName);
                });
        Quotas.requireRoom("UsersPerAccount", identities.users().count(), Quotas.USERS);
        var fresh = User.fresh(path.orElse("/"), userName, IamIds.user(call), IamTimes.now(call));
        var user =
                fresh.with(
                                fresh.grants()
                                        .within(
                                                Boundaries.checked(
                                                        permissionsBoundary, identities)))
                        .tagged(TagRules.checked(tags));
        identities.put(user);
        return new Response(UserDescription.of(user, call.account()));
    }
}

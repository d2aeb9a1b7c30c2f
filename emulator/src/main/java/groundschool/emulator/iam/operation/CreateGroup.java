package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Group;
import java.util.List;
import java.util.Optional;

/// Adds a group to the account.
///
/// Source: [CreateGroup](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html)
public record CreateGroup(Optional<String> path, String groupName) implements IamOperation {

    public record Response(GroupDescription group) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                Access.to("iam:CreateGroup", IamArns.group(call, path.orElse("/"), groupName)));
    }

    @Override
    public Response run(Identities identities, Call call) {
        identities
                .group(groupName)
                .ifPresent(_ -> {
                    throw IamErrors.alreadyExists("Group", groupName);
                });
        Quotas.requireRoom("GroupsPerAccount", identities.groups().count(), Quotas.GROUPS);
        var group =
                new Group(
                        path.orElse("/"),
                        groupName,
                        IamIds.group(call),
                        IamTimes.now(call),
                        Grants.NONE);
        identities.put(group);
        return new Response(GroupDescription.of(group, call.account()));
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Group;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Gives a group another name, another path, or both.
///
/// Source: [UpdateGroup](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html)
public record UpdateGroup(String groupName, Optional<String> newPath, Optional<String> newGroupName)
        implements IamOperation {

    /// The group must be allowed to be changed, and the one that it becomes as well.
    @Override
    public List<Access> access(Identities identities, Call call) {
        var old = IamArns.group(identities, call, groupName);
        var path = newPath.or(() -> identities.group(groupName).map(Group::path)).orElse("/");
        var becomes = IamArns.group(call, path, newGroupName.orElse(groupName));
        return Stream.of(old, becomes)
                .distinct()
                .map(arn -> Access.to("iam:UpdateGroup", arn))
                .toList();
    }

    @Override
    public Done run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        var name = newGroupName.orElse(group.name());
        identities
                .group(name)
                .filter(other -> !other.id().equals(group.id()))
                .ifPresent(_ -> {
                    throw IamErrors.alreadyExists("Group", name);
                });
        identities.remove(group);
        identities.put(group.named(newPath.orElse(group.path()), name));
        return new Done();
    }
}

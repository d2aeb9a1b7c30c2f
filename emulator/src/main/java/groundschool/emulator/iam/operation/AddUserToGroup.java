package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.ArrayList;
import java.util.List;

/// Puts a user into a group; one that is in it already stays.
///
/// Source:
/// [AddUserToGroup](https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html)
public record AddUserToGroup(String groupName, String userName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:AddUserToGroup", identities, call, groupName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var group = Known.group(identities, groupName);
        if (!user.groups().contains(group.id())) {
            Quotas.requireRoom("GroupsPerUser", user.groups().size(), Quotas.GROUPS_PER_USER);
            var groups = new ArrayList<>(user.groups());
            groups.add(group.id());
            identities.put(user.in(groups));
        }
        return new Done();
    }
}

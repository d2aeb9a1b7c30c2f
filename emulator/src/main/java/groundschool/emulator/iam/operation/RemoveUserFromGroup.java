package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Takes a user out of a group; one that is not in it stays out.
///
/// Source:
/// [RemoveUserFromGroup](https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html)
public record RemoveUserFromGroup(String groupName, String userName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:RemoveUserFromGroup", identities, call, groupName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var group = Known.group(identities, groupName);
        identities.put(
                user.in(user.groups().stream().filter(id -> !id.equals(group.id())).toList()));
        return new Done();
    }
}

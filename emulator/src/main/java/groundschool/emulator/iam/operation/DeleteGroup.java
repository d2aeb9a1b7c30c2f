package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Removes a group that has neither users nor policies.
///
/// Source: [DeleteGroup](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html)
public record DeleteGroup(String groupName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:DeleteGroup", identities, call, groupName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        refuseIf(
                identities.users().anyMatch(user -> user.groups().contains(group.id())),
                "remove users from group");
        refuseIf(!group.grants().inline().isEmpty(), "delete policies");
        refuseIf(!group.grants().attached().isEmpty(), "detach all policies");
        identities.remove(group);
        return new Done();
    }

    private static void refuseIf(boolean hasSome, String what) {
        if (hasSome) {
            throw IamErrors.deleteConflict("Cannot delete entity, must %s first.".formatted(what));
        }
    }
}

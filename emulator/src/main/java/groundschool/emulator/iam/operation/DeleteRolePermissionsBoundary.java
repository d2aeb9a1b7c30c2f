package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Takes a role's permissions boundary away. One that is not there does no harm.
///
/// Source:
/// [DeleteRolePermissionsBoundary](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html)
public record DeleteRolePermissionsBoundary(String roleName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:DeleteRolePermissionsBoundary", identities, call, roleName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        identities.put(role.with(role.grants().within(Optional.empty())));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets the policy that a role's permissions end at, whatever else allows more.
///
/// Source:
/// [PutRolePermissionsBoundary](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html)
public record PutRolePermissionsBoundary(String roleName, String permissionsBoundary)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access(
                "iam:PutRolePermissionsBoundary",
                identities,
                call,
                roleName,
                Map.of("iam:PermissionsBoundary", List.of(permissionsBoundary)));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        var boundary = Boundaries.checked(Optional.of(permissionsBoundary), identities);
        identities.put(role.with(role.grants().within(boundary)));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Changes what a role is said to be for; UpdateRole does more.
///
/// Source:
/// [UpdateRoleDescription](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html)
public record UpdateRoleDescription(String roleName, String description) implements IamOperation {

    public record Response(RoleDescription role) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:UpdateRoleDescription", identities, call, roleName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        var described = role.described(Optional.of(description), role.maxSessionSeconds());
        identities.put(described);
        return new Response(RoleDescription.described(described, call.account()));
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Describes a role.
///
/// Source: [GetRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html)
public record GetRole(String roleName) implements IamOperation {

    public record Response(RoleDescription role) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:GetRole", identities, call, roleName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        return new Response(
                RoleDescription.whole(Roles.named(identities, roleName), call.account()));
    }
}

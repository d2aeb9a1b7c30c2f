package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Shows a policy that is in a role.
///
/// Source:
/// [GetRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html)
public record GetRolePolicy(String roleName, String policyName) implements IamOperation {

    /// @param policyDocument encoded as IAM encodes policies
    public record Response(String roleName, String policyName, String policyDocument) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access("iam:GetRolePolicy", identities, call, roleName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        var document = PolicyText.named(role.grants(), policyName, "role policy");
        return new Response(role.name(), policyName, PolicyText.encoded(document));
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Takes a policy out of a role.
///
/// Source:
/// [DeleteRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html)
public record DeleteRolePolicy(String roleName, String policyName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:DeleteRolePolicy", identities, call, roleName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        PolicyText.named(role.grants(), policyName, "role policy");
        identities.put(role.with(role.grants().remove(policyName)));
        return new Done();
    }
}

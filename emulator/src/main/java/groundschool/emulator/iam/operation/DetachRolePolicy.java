package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Detaches a managed policy from a role.
///
/// Source:
/// [DetachRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html)
public record DetachRolePolicy(String roleName, String policyArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.policyAccess("iam:DetachRolePolicy", identities, call, roleName, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        PolicyArns.check(policyArn);
        var role = Roles.modifiable(identities, roleName);
        identities.put(role.with(PolicyArns.detached(role.grants(), policyArn)));
        return new Done();
    }
}

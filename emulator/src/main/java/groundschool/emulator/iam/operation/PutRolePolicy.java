package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Puts a policy into a role, in place of one of the same name.
///
/// Source:
/// [PutRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html)
public record PutRolePolicy(String roleName, String policyName, String policyDocument)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:PutRolePolicy", identities, call, roleName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        identities.put(
                role.with(
                        PolicyText.put(
                                role.grants(),
                                policyName,
                                policyDocument,
                                Quotas.ROLE_POLICY_CHARACTERS,
                                "role " + role.name())));
        return new Done();
    }
}

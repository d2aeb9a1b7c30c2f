package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Changes who may assume a role. Sessions that there are go on.
///
/// Source:
/// [UpdateAssumeRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html)
public record UpdateAssumeRolePolicy(String roleName, String policyDocument)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:UpdateAssumeRolePolicy", identities, call, roleName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        identities.put(role.trusting(TrustText.checked(policyDocument, identities, call)));
        return new Done();
    }
}

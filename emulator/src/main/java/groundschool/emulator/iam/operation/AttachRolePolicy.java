package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Attaches a managed policy to a role. One that is attached already stays so.
///
/// Source:
/// [AttachRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html)
public record AttachRolePolicy(String roleName, String policyArn) implements IamOperation {

    private static final String FOR_SERVICES = "arn:aws:iam::aws:policy/aws-service-role/";

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.policyAccess("iam:AttachRolePolicy", identities, call, roleName, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        PolicyArns.check(policyArn);
        var role = Roles.modifiable(identities, roleName);
        if (policyArn.startsWith(FOR_SERVICES)) {
            throw IamErrors.policyNotAttachable(
                    "Cannot attach a Service Role Policy to a Customer Role.");
        }
        identities.put(
                role.with(
                        PolicyArns.attached(
                                role.grants(), policyArn, identities, "PoliciesPerRole")));
        return new Done();
    }
}

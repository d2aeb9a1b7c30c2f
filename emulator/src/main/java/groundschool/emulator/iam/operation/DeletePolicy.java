package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Deletes a managed policy that nobody uses, and that has one version only.
///
/// Source:
/// [DeletePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html)
public record DeletePolicy(String policyArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:DeletePolicy", identities, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var policy = ManagedPolicies.own(identities, policyArn);
        var uses = PolicyUses.of(identities);
        if (uses.attachments(policyArn) + uses.boundaries(policyArn) > 0) {
            throw IamErrors.deleteConflict("Cannot delete a policy attached to entities.");
        }
        if (policy.versions().size() > 1) {
            throw IamErrors.deleteConflict(
                    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.");
        }
        identities.remove(policy);
        return new Done();
    }
}

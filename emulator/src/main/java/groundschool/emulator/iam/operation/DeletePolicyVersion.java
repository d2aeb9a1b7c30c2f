package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Deletes a version of a managed policy, other than the one that counts.
///
/// Source:
/// [DeletePolicyVersion](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html)
public record DeletePolicyVersion(String policyArn, String versionId) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:DeletePolicyVersion", identities, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var policy = ManagedPolicies.own(identities, policyArn);
        var gone = ManagedPolicies.version(policy, versionId);
        if (gone.id().equals(policy.defaultVersion())) {
            throw IamErrors.deleteConflict("Cannot delete the default version of a policy.");
        }
        identities.put(
                policy.with(
                        policy.versions().stream().filter(each -> !each.equals(gone)).toList(),
                        policy.defaultVersion(),
                        policy.nextVersion(),
                        policy.updatedAt()));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Says which version of a managed policy counts, for everybody whom it is attached to.
///
/// Source:
/// [SetDefaultPolicyVersion](https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html)
public record SetDefaultPolicyVersion(String policyArn, String versionId) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:SetDefaultPolicyVersion", identities, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var policy = ManagedPolicies.own(identities, policyArn);
        var version = ManagedPolicies.version(policy, versionId);
        identities.put(
                policy.with(
                        policy.versions(), version.id(), policy.nextVersion(), IamTimes.now(call)));
        return new Done();
    }
}

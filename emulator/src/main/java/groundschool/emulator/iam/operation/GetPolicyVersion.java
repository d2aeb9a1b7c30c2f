package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Shows one version of a managed policy, with its document.
///
/// Source:
/// [GetPolicyVersion](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html)
public record GetPolicyVersion(String policyArn, String versionId) implements IamOperation {

    public record Response(VersionDescription policyVersion) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:GetPolicyVersion", identities, policyArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var policy = ManagedPolicies.named(identities, policyArn);
        return new Response(
                VersionDescription.whole(policy, ManagedPolicies.version(policy, versionId)));
    }
}

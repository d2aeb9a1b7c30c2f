package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.ManagedPolicy;
import java.util.List;
import java.util.Optional;

/// Lists the versions of a managed policy, the newest first.
///
/// Source:
/// [ListPolicyVersions](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html)
public record ListPolicyVersions(
        String policyArn, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<VersionDescription> versions, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:ListPolicyVersions", identities, policyArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var policy = ManagedPolicies.named(identities, policyArn);
        var page =
                new Paging("ListPolicyVersions " + policy.arn(), marker, maxItems)
                        .of(policy.versions().reversed(), ManagedPolicy.Version::id)
                        .map(version -> VersionDescription.listed(policy, version));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

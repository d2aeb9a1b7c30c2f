package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the tags of a managed policy.
///
/// Source:
/// [ListPolicyTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html)
public record ListPolicyTags(String policyArn, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:ListPolicyTags", identities, policyArn);
    }

    @Override
    public TagPage run(Identities identities, Call call) {
        var policy = ManagedPolicies.named(identities, policyArn);
        return TagPage.of(
                new Paging("ListPolicyTags " + policy.arn(), marker, maxItems), policy.tags());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;

/// Gives one of the account's policies tags, or other values to those that it has.
///
/// Source: [TagPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html)
public record TagPolicy(String policyArn, List<Tag> tags) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access(
                "iam:TagPolicy", identities, policyArn, TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var policy = ManagedPolicies.own(identities, policyArn);
        identities.put(policy.tagged(TagRules.with(policy.tags(), tags)));
        return new Done();
    }
}

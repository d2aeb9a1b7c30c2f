package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;

/// Takes tags off one of the account's policies. Keys that it does not have do no harm.
///
/// Source: [UntagPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html)
public record UntagPolicy(String policyArn, List<String> tagKeys) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access(
                "iam:UntagPolicy", identities, policyArn, Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var policy = ManagedPolicies.own(identities, policyArn);
        identities.put(policy.tagged(TagRules.without(policy.tags(), tagKeys)));
        return new Done();
    }
}

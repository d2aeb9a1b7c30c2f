package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Describes a managed policy, without its document.
///
/// Source: [GetPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html)
public record GetPolicy(String policyArn) implements IamOperation {

    public record Response(PolicyDescription policy) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return ManagedPolicies.access("iam:GetPolicy", identities, policyArn);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var policy = ManagedPolicies.named(identities, policyArn);
        return new Response(PolicyDescription.whole(policy, PolicyUses.of(identities)));
    }
}

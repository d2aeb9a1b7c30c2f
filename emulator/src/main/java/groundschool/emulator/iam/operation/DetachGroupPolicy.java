package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Detaches a managed policy from a group.
///
/// Source:
/// [DetachGroupPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachGroupPolicy.html)
public record DetachGroupPolicy(String groupName, String policyArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.groupAttachment(
                "iam:DetachGroupPolicy", identities, call, groupName, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        PolicyArns.check(policyArn);
        var group = Known.group(identities, groupName);
        identities.put(group.with(PolicyArns.detached(group.grants(), policyArn)));
        return new Done();
    }
}

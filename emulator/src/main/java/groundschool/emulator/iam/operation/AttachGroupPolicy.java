package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Attaches a managed policy to a group.
///
/// Source:
/// [AttachGroupPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html)
public record AttachGroupPolicy(String groupName, String policyArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.groupAttachment(
                "iam:AttachGroupPolicy", identities, call, groupName, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        PolicyArns.check(policyArn);
        var group = Known.group(identities, groupName);
        identities.put(
                group.with(
                        PolicyArns.attached(
                                group.grants(), policyArn, identities, "PoliciesPerGroup")));
        return new Done();
    }
}

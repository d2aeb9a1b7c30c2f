package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Removes a policy that is written into a group.
///
/// Source:
/// [DeleteGroupPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html)
public record DeleteGroupPolicy(String groupName, String policyName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:DeleteGroupPolicy", identities, call, groupName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        PolicyText.named(group.grants(), policyName, "group policy");
        identities.put(group.with(group.grants().remove(policyName)));
        return new Done();
    }
}

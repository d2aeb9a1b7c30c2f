package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Detaches a managed policy from a user.
///
/// Source:
/// [DetachUserPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html)
public record DetachUserPolicy(String userName, String policyArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.attachment("iam:DetachUserPolicy", identities, call, userName, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        PolicyArns.check(policyArn);
        var user = Known.user(identities, userName);
        identities.put(user.with(PolicyArns.detached(user.grants(), policyArn)));
        return new Done();
    }
}

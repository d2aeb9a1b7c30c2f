package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Removes a policy that is written into a user.
///
/// Source:
/// [DeleteUserPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html)
public record DeleteUserPolicy(String userName, String policyName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.permissions("iam:DeleteUserPolicy", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        PolicyText.named(user.grants(), policyName, "user policy");
        identities.put(user.with(user.grants().remove(policyName)));
        return new Done();
    }
}

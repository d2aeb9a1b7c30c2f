package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Writes a policy into a user, in place of one of the same name.
///
/// Source:
/// [PutUserPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html)
public record PutUserPolicy(String userName, String policyName, String policyDocument)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.permissions("iam:PutUserPolicy", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        identities.put(
                user.with(
                        PolicyText.put(
                                user.grants(),
                                policyName,
                                policyDocument,
                                Quotas.USER_POLICY_CHARACTERS,
                                "user " + user.name())));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Attaches a managed policy to a user.
///
/// Source:
/// [AttachUserPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html)
public record AttachUserPolicy(String userName, String policyArn) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.attachment("iam:AttachUserPolicy", identities, call, userName, policyArn);
    }

    @Override
    public Done run(Identities identities, Call call) {
        PolicyArns.check(policyArn);
        var user = Known.user(identities, userName);
        identities.put(
                user.with(
                        PolicyArns.attached(
                                user.grants(), policyArn, identities, "PoliciesPerUser")));
        return new Done();
    }
}

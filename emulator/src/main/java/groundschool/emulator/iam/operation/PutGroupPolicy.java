package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Writes a policy into a group, in place of one of the same name.
///
/// Source:
/// [PutGroupPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html)
public record PutGroupPolicy(String groupName, String policyName, String policyDocument)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:PutGroupPolicy", identities, call, groupName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        identities.put(
                group.with(
                        PolicyText.put(
                                group.grants(),
                                policyName,
                                policyDocument,
                                Quotas.GROUP_POLICY_CHARACTERS,
                                "group " + group.name())));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Shows a policy that is written into a group.
///
/// Source:
/// [GetGroupPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html)
public record GetGroupPolicy(String groupName, String policyName) implements IamOperation {

    /// @param policyDocument URL-encoded
    public record Response(String groupName, String policyName, String policyDocument) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:GetGroupPolicy", identities, call, groupName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        var document = PolicyText.named(group.grants(), policyName, "group policy");
        return new Response(group.name(), policyName, PolicyText.encoded(document));
    }
}

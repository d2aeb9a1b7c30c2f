package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Shows a policy that is written into a user.
///
/// Source:
/// [GetUserPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html)
public record GetUserPolicy(String userName, String policyName) implements IamOperation {

    /// @param policyDocument URL-encoded
    public record Response(String userName, String policyName, String policyDocument) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:GetUserPolicy", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var document = PolicyText.named(user.grants(), policyName, "user policy");
        return new Response(user.name(), policyName, PolicyText.encoded(document));
    }
}

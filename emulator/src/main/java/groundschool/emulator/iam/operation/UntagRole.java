package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;

/// Takes tags off a role. Keys that it does not have do no harm.
///
/// Source: [UntagRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html)
public record UntagRole(String roleName, List<String> tagKeys) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access(
                "iam:UntagRole", identities, call, roleName, Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        identities.put(role.tagged(TagRules.without(role.tags(), tagKeys)));
        return new Done();
    }
}

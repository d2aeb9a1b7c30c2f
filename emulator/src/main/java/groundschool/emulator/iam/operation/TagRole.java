package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;

/// Gives a role tags, or other values to those that it has.
///
/// Source: [TagRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html)
public record TagRole(String roleName, List<Tag> tags) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access("iam:TagRole", identities, call, roleName, TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        identities.put(role.tagged(TagRules.with(role.tags(), tags)));
        return new Done();
    }
}

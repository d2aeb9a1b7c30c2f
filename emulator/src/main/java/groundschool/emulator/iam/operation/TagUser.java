package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;

/// Labels a user. Where it has a tag of that key, the value is replaced.
///
/// Source: [TagUser](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html)
public record TagUser(String userName, List<Tag> tags) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:TagUser", identities, call, userName, TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        identities.put(user.tagged(TagRules.with(user.tags(), tags)));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;

/// Takes tags off a user. Keys that it has not are passed over.
///
/// Source: [UntagUser](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html)
public record UntagUser(String userName, List<String> tagKeys) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user(
                "iam:UntagUser", identities, call, userName, Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        identities.put(user.tagged(TagRules.without(user.tags(), tagKeys)));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;

/// Takes tags off an instance profile. Keys that it does not have do no harm.
///
/// Source:
/// [UntagInstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagInstanceProfile.html)
public record UntagInstanceProfile(String instanceProfileName, List<String> tagKeys)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return InstanceProfiles.access(
                "iam:UntagInstanceProfile",
                identities,
                call,
                instanceProfileName,
                Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var profile = InstanceProfiles.named(identities, instanceProfileName);
        identities.put(profile.tagged(TagRules.without(profile.tags(), tagKeys)));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;

/// Gives an instance profile tags, or other values to those that it has.
///
/// Source:
/// [TagInstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagInstanceProfile.html)
public record TagInstanceProfile(String instanceProfileName, List<Tag> tags)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return InstanceProfiles.access(
                "iam:TagInstanceProfile",
                identities,
                call,
                instanceProfileName,
                TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var profile = InstanceProfiles.named(identities, instanceProfileName);
        identities.put(profile.tagged(TagRules.with(profile.tags(), tags)));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the tags of an instance profile.
///
/// Source:
/// [ListInstanceProfileTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfileTags.html)
public record ListInstanceProfileTags(
        String instanceProfileName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return InstanceProfiles.access(
                "iam:ListInstanceProfileTags", identities, call, instanceProfileName);
    }

    @Override
    public TagPage run(Identities identities, Call call) {
        var profile = InstanceProfiles.named(identities, instanceProfileName);
        return TagPage.of(
                new Paging("ListInstanceProfileTags " + profile.id(), marker, maxItems),
                profile.tags());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.InstanceProfile;
import groundschool.emulator.iam.identity.Tag;
import java.util.List;
import java.util.Optional;

/// Adds an instance profile to the account, without a role.
///
/// Source:
/// [CreateInstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html)
public record CreateInstanceProfile(
        String instanceProfileName, Optional<String> path, Optional<List<Tag>> tags)
        implements IamOperation {

    public record Response(InstanceProfileDescription instanceProfile) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                new Access(
                        "iam:CreateInstanceProfile",
                        IamArns.instanceProfile(call, path.orElse("/"), instanceProfileName),
                        TagKeys.requested(tags, Optional.empty())));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var checkedTags = TagRules.checked(tags);
        if (identities.profile(instanceProfileName).isPresent()) {
            throw IamErrors.alreadyExists(
                    "Instance Profile %s already exists.".formatted(instanceProfileName));
        }
        Quotas.requireRoom(
                "InstanceProfilesPerAccount",
                identities.profiles().count(),
                Quotas.INSTANCE_PROFILES);
        var profile =
                new InstanceProfile(
                        path.orElse("/"),
                        instanceProfileName,
                        IamIds.instanceProfile(call),
                        IamTimes.now(call),
                        checkedTags,
                        Optional.empty());
        identities.put(profile);
        return new Response(InstanceProfileDescription.whole(profile, identities, call.account()));
    }
}

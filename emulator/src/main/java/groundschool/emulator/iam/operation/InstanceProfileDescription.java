package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.InstanceProfile;
import groundschool.emulator.iam.identity.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An instance profile, as IAM shows it.
///
/// Source:
/// [InstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html)
///
/// @param roles at most one
/// @param tags absent in lists, and where there are none
public record InstanceProfileDescription(
        String path,
        String instanceProfileName,
        String instanceProfileId,
        String arn,
        Instant createDate,
        List<RoleDescription> roles,
        Optional<List<Tag>> tags) {

    /// All that IAM shows of one instance profile.
    static InstanceProfileDescription whole(
            InstanceProfile profile, Identities identities, String account) {
        return of(
                profile,
                identities,
                account,
                Optional.of(profile.tags()).filter(tags -> !tags.isEmpty()));
    }

    /// As lists have it.
    static InstanceProfileDescription listed(
            InstanceProfile profile, Identities identities, String account) {
        return of(profile, identities, account, Optional.empty());
    }

    private static InstanceProfileDescription of(
            InstanceProfile profile,
            Identities identities,
            String account,
            Optional<List<Tag>> tags) {
        return new InstanceProfileDescription(
                profile.path(),
                profile.name(),
                profile.id(),
                profile.arn(account),
                profile.createdAt(),
                InstanceProfiles.role(profile, identities).stream()
                        .map(role -> RoleDescription.brief(role, account))
                        .toList(),
                tags);
    }
}

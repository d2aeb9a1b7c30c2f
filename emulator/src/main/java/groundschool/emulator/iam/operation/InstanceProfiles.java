package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.InstanceProfile;
import groundschool.emulator.iam.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The instance profile that an operation names, and what IAM is asked about it.
final class InstanceProfiles {

    private InstanceProfiles() {}

    /// @throws groundschool.emulator.AwsException if there is none of that name
    static InstanceProfile named(Identities identities, String name) {
        return identities
                .profile(name)
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "Instance Profile %s cannot be found.".formatted(name)));
    }

    /// The role in an instance profile.
    static Optional<Role> role(InstanceProfile profile, Identities identities) {
        return profile.role()
                .flatMap(id -> identities.roles().filter(role -> role.id().equals(id)).findFirst());
    }

    static List<Access> access(String action, Identities identities, Call call, String name) {
        return access(action, identities, call, name, Map.of());
    }

    /// @param more condition keys besides those of the tags
    static List<Access> access(
            String action,
            Identities identities,
            Call call,
            String name,
            Map<String, List<String>> more) {
        var keys = new HashMap<String, List<String>>();
        identities.profile(name).ifPresent(profile -> keys.putAll(TagKeys.of(profile.tags())));
        keys.putAll(more);
        return List.of(new Access(action, IamArns.instanceProfile(identities, call, name), keys));
    }

    /// A part of a list of them.
    static ListInstanceProfiles.Response page(
            Paging paging, Stream<InstanceProfile> profiles, Identities identities, Call call) {
        var page =
                paging.of(profiles.toList(), InstanceProfile::id)
                        .map(profile ->
                                InstanceProfileDescription.listed(
                                        profile, identities, call.account()));
        return new ListInstanceProfiles.Response(page.items(), page.isTruncated(), page.marker());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the instance profiles that have a role.
///
/// Source:
/// [ListInstanceProfilesForRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html)
public record ListInstanceProfilesForRole(
        String roleName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access("iam:ListInstanceProfilesForRole", identities, call, roleName);
    }

    @Override
    public ListInstanceProfiles.Response run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        return InstanceProfiles.page(
                new Paging("ListInstanceProfilesForRole " + role.id(), marker, maxItems),
                identities
                        .profiles()
                        .filter(profile -> profile.role().equals(Optional.of(role.id()))),
                identities,
                call);
    }
}

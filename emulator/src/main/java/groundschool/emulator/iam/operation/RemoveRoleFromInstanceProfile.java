package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Takes the role out of an instance profile.
///
/// Source:
/// [RemoveRoleFromInstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveRoleFromInstanceProfile.html)
public record RemoveRoleFromInstanceProfile(String instanceProfileName, String roleName)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return InstanceProfiles.access(
                "iam:RemoveRoleFromInstanceProfile", identities, call, instanceProfileName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var profile = InstanceProfiles.named(identities, instanceProfileName);
        var role = Roles.modifiable(identities, roleName);
        if (!profile.role().equals(Optional.of(role.id()))) {
            throw IamErrors.noSuchEntity("role", roleName);
        }
        identities.put(profile.holding(Optional.empty()));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a role into an instance profile, which holds one. Whoever does so passes the role on.
///
/// Source:
/// [AddRoleToInstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html)
public record AddRoleToInstanceProfile(String instanceProfileName, String roleName)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        var all =
                new ArrayList<>(
                        InstanceProfiles.access(
                                "iam:AddRoleToInstanceProfile",
                                identities,
                                call,
                                instanceProfileName));
        all.addAll(
                Roles.access(
                        "iam:PassRole",
                        identities,
                        call,
                        roleName,
                        Map.of("iam:PassedToService", List.of("ec2.amazonaws.com"))));
        return all;
    }

    @Override
    public Done run(Identities identities, Call call) {
        var profile = InstanceProfiles.named(identities, instanceProfileName);
        var role = Roles.modifiable(identities, roleName);
        if (profile.role().isPresent()) {
            throw IamErrors.limitExceeded(
                    "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        }
        identities.put(profile.holding(Optional.of(role.id())));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Changes what a role is said to be for, and how long its sessions may last. A description that is
/// not given is taken away, and the time becomes an hour.
///
/// Source: [UpdateRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html)
public record UpdateRole(
        String roleName, Optional<String> description, Optional<Integer> maxSessionDuration)
        implements IamOperation {

    private static final int USUAL_SECONDS = 3600;

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:UpdateRole", identities, call, roleName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        identities.put(role.described(description, maxSessionDuration.orElse(USUAL_SECONDS)));
        return new Done();
    }
}

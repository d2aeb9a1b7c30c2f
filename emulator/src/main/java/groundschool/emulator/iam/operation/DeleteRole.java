package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.TrustedPrincipals;
import java.util.List;
import java.util.Optional;

/// Deletes a role, which must have no policies and be in no instance profile. Its sessions have no
/// permissions from then on.
///
/// Source: [DeleteRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html)
public record DeleteRole(String roleName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:DeleteRole", identities, call, roleName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        if (identities
                .profiles()
                .anyMatch(profile -> profile.role().equals(Optional.of(role.id())))) {
            throw IamErrors.deleteConflict(
                    "Cannot delete entity, must remove roles from instance profile first.");
        }
        if (!role.grants().attached().isEmpty()) {
            throw IamErrors.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
        if (!role.grants().inline().isEmpty()) {
            throw IamErrors.deleteConflict("Cannot delete entity, must delete policies first.");
        }
        identities.remove(role);
        TrustedPrincipals.isGone(identities, role.arn(call.account()), role.id());
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Deletes an instance profile that has no role.
///
/// Source:
/// [DeleteInstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html)
public record DeleteInstanceProfile(String instanceProfileName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return InstanceProfiles.access(
                "iam:DeleteInstanceProfile", identities, call, instanceProfileName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var profile = InstanceProfiles.named(identities, instanceProfileName);
        if (profile.role().isPresent()) {
            throw IamErrors.deleteConflict(
                    "Cannot delete entity, must remove roles from instance profile first.");
        }
        identities.remove(profile);
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Describes an instance profile.
///
/// Source:
/// [GetInstanceProfile](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html)
public record GetInstanceProfile(String instanceProfileName) implements IamOperation {

    public record Response(InstanceProfileDescription instanceProfile) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return InstanceProfiles.access(
                "iam:GetInstanceProfile", identities, call, instanceProfileName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        return new Response(
                InstanceProfileDescription.whole(
                        InstanceProfiles.named(identities, instanceProfileName),
                        identities,
                        call.account()));
    }
}

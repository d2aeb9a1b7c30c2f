package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets what a user may do at most.
///
/// Source:
/// [PutUserPermissionsBoundary](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html)
public record PutUserPermissionsBoundary(String userName, String permissionsBoundary)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user(
                "iam:PutUserPermissionsBoundary",
                identities,
                call,
                userName,
                Map.of("iam:PermissionsBoundary", List.of(permissionsBoundary)));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var boundary = Boundaries.checked(Optional.of(permissionsBoundary), identities);
        identities.put(user.with(user.grants().within(boundary)));
        return new Done();
    }
}

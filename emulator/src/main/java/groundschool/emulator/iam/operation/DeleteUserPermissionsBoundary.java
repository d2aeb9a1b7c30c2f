package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Takes the limit off what a user may do.
///
/// Source:
/// [DeleteUserPermissionsBoundary](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html)
public record DeleteUserPermissionsBoundary(String userName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.permissions(
                "iam:DeleteUserPermissionsBoundary", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        identities.put(user.with(user.grants().within(Optional.empty())));
        return new Done();
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.TrustedPrincipals;
import groundschool.emulator.sandbox.Key;
import java.util.List;

/// Deletes the role of a service, unless the service needs it. Both are known at once here.
///
/// Source:
/// [DeleteServiceLinkedRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html)
public record DeleteServiceLinkedRole(String roleName) implements IamOperation {

    public record Response(String deletionTaskId) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access("iam:DeleteServiceLinkedRole", identities, call, roleName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        if (!role.path().startsWith(Roles.SERVICE_LINKED)) {
            throw IamErrors.noSuchEntity("role", roleName);
        }
        var uses = identities.roleUses(role.name()).all();
        if (uses.isEmpty()) {
            identities.remove(role);
            TrustedPrincipals.isGone(identities, role.arn(call.account()), role.id());
        }
        var task = DeletionTask.of(role, uses, call);
        DeletionTask.in(identities).put(Key.of(task.id()), task);
        return new Response(task.id());
    }
}

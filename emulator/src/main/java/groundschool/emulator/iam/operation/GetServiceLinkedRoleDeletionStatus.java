package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sandbox.Key;
import java.util.List;

/// Says how far the deletion of a service's role is.
///
/// Source:
/// [GetServiceLinkedRoleDeletionStatus](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html)
public record GetServiceLinkedRoleDeletionStatus(String deletionTaskId) implements IamOperation {

    public record Response(String status) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                Access.to(
                        "iam:GetServiceLinkedRoleDeletionStatus",
                        DeletionTask.role(deletionTaskId, call)
                                .orElseGet(() -> IamArns.role(call, "/", "*"))));
    }

    @Override
    public Response run(Identities identities, Call call) {
        if (DeletionTask.role(deletionTaskId, call).isEmpty()) {
            throw IamErrors.invalidInput(
                    "Deletion task id %s is not valid.".formatted(deletionTaskId));
        }
        return DeletionTask.in(identities)
                .get(Key.of(deletionTaskId))
                .map(_ -> new Response("SUCCEEDED"))
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "Deletion task %s cannot be found.".formatted(deletionTaskId)));
    }
}

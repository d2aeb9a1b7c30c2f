package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.RoleUse;
import groundschool.emulator.sandbox.Key;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says how far the deletion of a service's role is.
///
/// Source:
/// [GetServiceLinkedRoleDeletionStatus](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html)
public record GetServiceLinkedRoleDeletionStatus(String deletionTaskId) implements IamOperation {

    /// @param status `SUCCEEDED` or `FAILED`
    /// @param reason present if it failed
    public record Response(String status, Optional<Reason> reason) {}

    /// Why a role was not deleted.
    public record Reason(String reason, List<Usage> roleUsageList) {}

    /// What the service needs the role for.
    public record Usage(String region, List<String> resources) {}

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
                .map(GetServiceLinkedRoleDeletionStatus::status)
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "Deletion task %s cannot be found.".formatted(deletionTaskId)));
    }

    private static Response status(DeletionTask task) {
        if (task.failure().isEmpty()) {
            return new Response("SUCCEEDED", Optional.empty());
        }
        var usage =
                task.failure().get().stream()
                        .collect(
                                Collectors.groupingBy(
                                        RoleUse::region,
                                        TreeMap::new,
                                        Collectors.mapping(RoleUse::resource, Collectors.toList())))
                        .entrySet()
                        .stream()
                        .map(each -> new Usage(each.getKey(), each.getValue()))
                        .toList();
        return new Response(
                "FAILED", Optional.of(new Reason("The role is in use by these resources.", usage)));
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.RoleUse;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says that a service-linked role was deleted, or why it was not.
///
/// @param id what the task is found by
/// @param failure what the service needs the role for; absent if the role was deleted
record DeletionTask(String id, Optional<List<RoleUse>> failure) {

    private static final Pattern ID =
            Pattern.compile("task(/aws-service-role/[^/]+/)([^/]+)/[0-9a-f-]{36}");

    static DeletionTask of(Role role, List<RoleUse> uses, Call call) {
        return new DeletionTask(
                "task%s%s/%s".formatted(role.path(), role.name(), IamIds.uuid(call)),
                Optional.of(uses).filter(some -> !some.isEmpty()));
    }

    /// The ARN of the role that a task was about; nothing if there can be no such task.
    static Optional<String> role(String id, Call call) {
        var parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(IamArns.role(call, parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    static StoredMap<DeletionTask> in(Identities identities) {
        return identities.map("deletion-tasks", DeletionTask.class);
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says that a service-linked role was deleted.
///
/// @param id what the task is found by
record DeletionTask(String id) {

    private static final Pattern ID =
            Pattern.compile("task(/aws-service-role/[^/]+/)([^/]+)/[0-9a-f-]{36}");

    static DeletionTask of(Role role, Call call) {
        return new DeletionTask(
                "task%s%s/%s".formatted(role.path(), role.name(), IamIds.uuid(call)));
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

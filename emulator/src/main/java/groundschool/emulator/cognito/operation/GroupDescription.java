package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.Group;
import java.time.Instant;
import java.util.Optional;

/// A group, as answers show it.
record GroupDescription(
        String groupName,
        String userPoolId,
        Optional<String> description,
        Optional<String> roleArn,
        Optional<Integer> precedence,
        Instant lastModifiedDate,
        Instant creationDate) {

    static GroupDescription of(Group group, Pool pool) {
        return new GroupDescription(
                group.name(),
                pool.id(),
                group.description(),
                group.roleArn(),
                group.precedence(),
                group.modifiedAt(),
                group.createdAt());
    }
}

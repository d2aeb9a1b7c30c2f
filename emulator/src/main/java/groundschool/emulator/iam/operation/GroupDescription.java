package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.Group;
import java.time.Instant;

/// A group, as IAM shows it.
///
/// Source: [Group](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Group.html)
public record GroupDescription(
        String path, String groupName, String groupId, String arn, Instant createDate) {

    static GroupDescription of(Group group, String account) {
        return new GroupDescription(
                group.path(), group.name(), group.id(), group.arn(account), group.createdAt());
    }
}

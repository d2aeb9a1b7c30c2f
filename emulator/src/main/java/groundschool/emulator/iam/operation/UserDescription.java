package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A user, as IAM shows it.
///
/// Source: [User](https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html)
///
/// @param tags absent where IAM leaves them out: in lists, and where there are none
public record UserDescription(
        String path,
        String userName,
        String userId,
        String arn,
        Instant createDate,
        Optional<AttachedBoundary> permissionsBoundary,
        Optional<List<Tag>> tags) {

    /// A permissions boundary, which is always a policy.
    public record AttachedBoundary(String permissionsBoundaryType, String permissionsBoundaryArn) {

        static Optional<AttachedBoundary> of(Optional<String> arn) {
            return arn.map(boundary -> new AttachedBoundary("Policy", boundary));
        }
    }

    /// All that IAM shows of one user.
    static UserDescription of(User user, String account) {
        return new UserDescription(
                user.path(),
                user.name(),
                user.id(),
                user.arn(account),
                user.createdAt(),
                AttachedBoundary.of(user.grants().boundary()),
                Optional.of(user.tags()).filter(tags -> !tags.isEmpty()));
    }

    /// What lists show of a user: neither tags nor boundary.
    static UserDescription inList(User user, String account) {
        return new UserDescription(
                user.path(),
                user.name(),
                user.id(),
                user.arn(account),
                user.createdAt(),
                Optional.empty(),
                Optional.empty());
    }
}

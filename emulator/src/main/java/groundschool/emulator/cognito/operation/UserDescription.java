package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.List;

/// Somebody, as answers show them.
record UserDescription(
        String username,
        List<Attribute> attributes,
        Instant userCreateDate,
        Instant userLastModifiedDate,
        boolean enabled,
        String userStatus) {

    static UserDescription of(User user) {
        return new UserDescription(
                user.username(),
                Attribute.list(user.allAttributes()),
                user.createdAt(),
                user.modifiedAt(),
                user.enabled(),
                user.status().name());
    }

    /// With those attributes only; an empty list is none.
    UserDescription only(List<String> names) {
        return new UserDescription(
                username,
                attributes.stream().filter(each -> names.contains(each.name())).toList(),
                userCreateDate,
                userLastModifiedDate,
                enabled,
                userStatus);
    }
}

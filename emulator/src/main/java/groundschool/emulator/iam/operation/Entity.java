package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.Group;
import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.iam.identity.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A user, group or role that an ARN names, with the policies that count for it.
///
/// @param kind `user`, `group` or `role`
/// @param grants its own, and for a user those of its groups after them
record Entity(
        String kind,
        String name,
        String arn,
        String id,
        String path,
        Grants own,
        List<Owned> grants) {

    private static final Pattern ARN =
            Pattern.compile("arn:aws:iam::([0-9]{12}):(user|group|role)/(?:.*/)?([^/]+)");

    /// What was granted to one entity.
    record Owned(String kind, String name, Grants grants) {}

    /// @throws groundschool.emulator.AwsException if the ARN names nothing of the kind, or nothing
    ///   that is there
    static Entity named(Identities identities, Call call, String arn) {
        var parts = checked(arn);
        var kind = parts.group(2);
        var name = parts.group(3);
        return find(identities, call, kind, name)
                .filter(entity -> entity.arn.equals(arn))
                .orElseThrow(() -> IamErrors.noSuchEntity(kind, name));
    }

    /// The account in the ARN of a user, group or role.
    ///
    /// @throws groundschool.emulator.AwsException if it is no such ARN
    static String accountOf(String arn) {
        return checked(arn).group(1);
    }

    private static Matcher checked(String arn) {
        var parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw IamErrors.invalidInput(
                    "Invalid Entity Arn: %s does not clearly define entity type and name."
                            .formatted(arn));
        }
        return parts;
    }

    private static Optional<Entity> find(
            Identities identities, Call call, String kind, String name) {
        return switch (kind) {
            case "user" -> identities.user(name).map(user -> of(user, identities, call));
            case "group" -> identities.group(name).map(group -> of(group, call));
            default -> identities.role(name).map(role -> of(role, call));
        };
    }

    static Entity of(User user, Identities identities, Call call) {
        var grants = new ArrayList<>(List.of(new Owned("user", user.name(), user.grants())));
        identities
                .permissions()
                .groupsOf(user)
                .forEach(group -> grants.add(new Owned("group", group.name(), group.grants())));
        return new Entity(
                "user",
                user.name(),
                user.arn(call.account()),
                user.id(),
                user.path(),
                user.grants(),
                grants);
    }

    static Entity of(Group group, Call call) {
        return new Entity(
                "group",
                group.name(),
                group.arn(call.account()),
                group.id(),
                group.path(),
                group.grants(),
                List.of(new Owned("group", group.name(), group.grants())));
    }

    static Entity of(Role role, Call call) {
        return new Entity(
                "role",
                role.name(),
                role.arn(call.account()),
                role.id(),
                role.path(),
                role.grants(),
                List.of(new Owned("role", role.name(), role.grants())));
    }
}

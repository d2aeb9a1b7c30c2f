package groundschool.emulator.cognito.token;

import groundschool.emulator.cognito.federation.Identity;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.user.Group;
import groundschool.emulator.cognito.user.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tokens of one sign-in will say.
///
/// Source: [ID
/// token](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html),
/// [access
/// token](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html)
final class Claims {

    private static final Map<String, List<String>> SCOPED =
            Map.of(
                    "email", List.of("email", "email_verified"),
                    "phone", List.of("phone_number", "phone_number_verified"),
                    "profile",
                            List.of(
                                    "name",
                                    "given_name",
                                    "family_name",
                                    "middle_name",
                                    "nickname",
                                    "preferred_username",
                                    "profile",
                                    "picture",
                                    "website",
                                    "gender",
                                    "birthdate",
                                    "zoneinfo",
                                    "locale",
                                    "address",
                                    "updated_at"));

    private Claims() {}

    /// The attributes that a client sees.
    ///
    /// @param scopes that say more closely which
    static Map<String, Object> attributes(User user, AppClient client, List<String> scopes) {
        var readable = client.settings().readAttributes();
        var asked = scopes.stream().filter(SCOPED::containsKey).toList();
        var isAll = asked.isEmpty() || scopes.contains(Verified.OWN_ACCOUNT);
        var all = new LinkedHashMap<String, Object>();
        user.attributes()
                .forEach((name, value) -> {
                    var isReadable =
                            readable.isEmpty()
                                    || readable.contains(name)
                                    || name.endsWith("_verified");
                    var isAsked =
                            isAll
                                    || name.startsWith("custom:")
                                    || asked.stream()
                                            .anyMatch(scope ->
                                                    SCOPED.getOrDefault(scope, List.of())
                                                            .contains(name));
                    if (name.equals(Identity.ATTRIBUTE)) {
                        all.put(name, Identity.claim(value));
                    } else if (isReadable && isAsked && !name.startsWith("dev:")) {
                        all.put(name, typed(name, value));
                    }
                });
        return all;
    }

    private static Object typed(String name, String value) {
        return name.equals("email_verified") || name.equals("phone_number_verified")
                ? Boolean.valueOf(value)
                : (Object) value;
    }

    static void addGroups(Map<String, Object> claims, GroupClaims groups, boolean withRoles) {
        if (!groups.names().isEmpty()) {
            claims.put("cognito:groups", groups.names());
        }
        if (withRoles) {
            groups.preferredRole().ifPresent(role -> claims.put("cognito:preferred_role", role));
            if (!groups.roles().isEmpty()) {
                claims.put("cognito:roles", groups.roles());
            }
        }
    }

    /// Which groups somebody is in, and which roles come with them.
    record GroupClaims(List<String> names, List<String> roles, Optional<String> preferredRole) {

        /// @param groups those that count most first
        static GroupClaims of(List<Group> groups) {
            var roles =
                    groups.stream().flatMap(group -> group.roleArn().stream()).distinct().toList();
            return new GroupClaims(
                    groups.stream().map(Group::name).toList(), roles, preferred(groups));
        }

        /// The role of the group that counts most; none if two count as much with different roles.
        private static Optional<String> preferred(List<Group> groups) {
            var ranked = groups.stream().filter(group -> group.precedence().isPresent()).toList();
            if (ranked.isEmpty()) {
                return Optional.empty();
            }
            var best =
                    ranked.stream()
                            .filter(group ->
                                    group.precedence().equals(ranked.getFirst().precedence()))
                            .flatMap(group -> group.roleArn().stream())
                            .distinct()
                            .toList();
            return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
        }
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The role that an operation names, and what IAM is asked about it.
final class Roles {

    /// Where services keep the roles that are theirs alone.
    static final String SERVICE_LINKED = "/aws-service-role/";

    private Roles() {}

    /// @throws groundschool.emulator.AwsException if there is none of that name
    static Role named(Identities identities, String name) {
        return identities.role(name).orElseThrow(() -> IamErrors.noSuchEntity("role", name));
    }

    /// A role that its account may change.
    ///
    /// @throws groundschool.emulator.AwsException if it is a service's, or there is none
    static Role modifiable(Identities identities, String name) {
        var role = named(identities, name);
        if (role.path().startsWith(SERVICE_LINKED)) {
            throw IamErrors.unmodifiableRole(role.name());
        }
        return role;
    }

    /// What IAM is asked of a role: its tags may be tested.
    static List<Access> access(String action, Identities identities, Call call, String name) {
        return access(action, identities, call, name, Map.of());
    }

    /// What IAM is asked of a role whose permissions boundary may be tested, too.
    static List<Access> boundedAccess(
            String action, Identities identities, Call call, String name) {
        return access(action, identities, call, name, boundary(identities, name));
    }

    /// What IAM is asked of a role to or from which a policy goes.
    static List<Access> policyAccess(
            String action, Identities identities, Call call, String name, String policyArn) {
        var more = new HashMap<>(boundary(identities, name));
        more.put("iam:PolicyARN", List.of(policyArn));
        return access(action, identities, call, name, more);
    }

    /// @param more condition keys besides those of the role's tags
    static List<Access> access(
            String action,
            Identities identities,
            Call call,
            String name,
            Map<String, List<String>> more) {
        var keys = new HashMap<String, List<String>>();
        identities.role(name).ifPresent(role -> keys.putAll(TagKeys.of(role.tags())));
        keys.putAll(more);
        return List.of(new Access(action, IamArns.role(identities, call, name), keys));
    }

    private static Map<String, List<String>> boundary(Identities identities, String name) {
        return identities
                .role(name)
                .flatMap(role -> role.grants().boundary())
                .map(arn -> Map.of("iam:PermissionsBoundary", List.of(arn)))
                .orElse(Map.of());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked of policies before something is done to a user, to a group, or to the account.
///
/// Source: [Actions, resources, and condition keys for
/// IAM](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html)
final class Accesses {

    private Accesses() {}

    static List<Access> user(String action, Identities identities, Call call, String name) {
        return user(action, identities, call, name, Map.of());
    }

    /// @param keys what policies may test besides the user's tags
    static List<Access> user(
            String action,
            Identities identities,
            Call call,
            String name,
            Map<String, List<String>> keys) {
        var all = new HashMap<String, List<String>>();
        identities.user(name).ifPresent(user -> all.putAll(TagKeys.of(user.tags())));
        all.putAll(keys);
        return List.of(new Access(action, IamArns.user(identities, call, name), all));
    }

    /// Of an operation that is about the one who asks where it names no user.
    static List<Access> userOrOwn(
            String action, Identities identities, Call call, Optional<String> name) {
        if (name.isEmpty() && !(call.principal() instanceof Principal.User)) {
            return List.of(Access.to(action, call.principal().arn()));
        }
        return user(action, identities, call, UserNames.orOwn(name, call));
    }

    /// Of an operation on a user's permissions, which a policy may let nobody touch who has not
    /// that boundary.
    static List<Access> permissions(String action, Identities identities, Call call, String name) {
        return user(action, identities, call, name, boundary(identities, name));
    }

    /// Of an operation that attaches a managed policy to a user, or detaches it.
    static List<Access> attachment(
            String action, Identities identities, Call call, String name, String policyArn) {
        var keys = new HashMap<>(boundary(identities, name));
        keys.put("iam:PolicyARN", List.of(policyArn));
        return user(action, identities, call, name, keys);
    }

    static List<Access> group(String action, Identities identities, Call call, String name) {
        return List.of(Access.to(action, IamArns.group(identities, call, name)));
    }

    /// Of an operation that attaches a managed policy to a group, or detaches it.
    static List<Access> groupAttachment(
            String action, Identities identities, Call call, String name, String policyArn) {
        return List.of(
                new Access(
                        action,
                        IamArns.group(identities, call, name),
                        Map.of("iam:PolicyARN", List.of(policyArn))));
    }

    /// Of an operation that is about no single thing.
    static List<Access> account(String action) {
        return List.of(Access.to(action, "*"));
    }

    private static Map<String, List<String>> boundary(Identities identities, String name) {
        return identities
                .user(name)
                .map(User::grants)
                .flatMap(grants -> grants.boundary())
                .map(arn -> Map.of("iam:PermissionsBoundary", List.of(arn)))
                .orElse(Map.of());
    }
}

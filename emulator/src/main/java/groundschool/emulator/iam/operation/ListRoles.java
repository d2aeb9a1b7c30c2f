package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Role;
import java.util.List;
import java.util.Optional;

/// Lists the roles under a path.
///
/// Source: [ListRoles](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html)
public record ListRoles(
        Optional<String> pathPrefix, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<RoleDescription> roles, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("iam:ListRoles", IamArns.role(call, pathPrefix.orElse("/"), "")));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var under =
                identities
                        .roles()
                        .filter(role -> role.path().startsWith(pathPrefix.orElse("/")))
                        .toList();
        var page =
                new Paging("ListRoles", marker, maxItems)
                        .of(under, Role::id)
                        .map(role -> RoleDescription.described(role, call.account()));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

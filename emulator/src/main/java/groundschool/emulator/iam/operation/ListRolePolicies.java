package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Lists the names of the policies that are in a role.
///
/// Source:
/// [ListRolePolicies](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html)
public record ListRolePolicies(String roleName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<String> policyNames, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access("iam:ListRolePolicies", identities, call, roleName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        var page =
                new Paging("ListRolePolicies " + role.id(), marker, maxItems)
                        .of(List.copyOf(role.grants().inline().keySet()), name -> name);
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.operation.PolicyArns.AttachedPolicy;
import java.util.List;
import java.util.Optional;

/// Lists the managed policies that are attached to a role.
///
/// Source:
/// [ListAttachedRolePolicies](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html)
public record ListAttachedRolePolicies(
        String roleName,
        Optional<String> pathPrefix,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<AttachedPolicy> attachedPolicies, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.access("iam:ListAttachedRolePolicies", identities, call, roleName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var role = Roles.named(identities, roleName);
        var page =
                new Paging("ListAttachedRolePolicies " + role.id(), marker, maxItems)
                        .of(PolicyArns.list(role.grants(), pathPrefix), AttachedPolicy::policyArn);
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.operation.PolicyArns.AttachedPolicy;
import java.util.List;
import java.util.Optional;

/// Lists the managed policies that are attached to a user.
///
/// Source:
/// [ListAttachedUserPolicies](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html)
public record ListAttachedUserPolicies(
        String userName,
        Optional<String> pathPrefix,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<AttachedPolicy> attachedPolicies, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:ListAttachedUserPolicies", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var page =
                new Paging("ListAttachedUserPolicies " + user.id(), marker, maxItems)
                        .of(PolicyArns.list(user.grants(), pathPrefix), AttachedPolicy::policyArn);
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.operation.PolicyArns.AttachedPolicy;
import java.util.List;
import java.util.Optional;

/// Lists the managed policies that are attached to a group.
///
/// Source:
/// [ListAttachedGroupPolicies](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html)
public record ListAttachedGroupPolicies(
        String groupName,
        Optional<String> pathPrefix,
        Optional<String> marker,
        Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<AttachedPolicy> attachedPolicies, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:ListAttachedGroupPolicies", identities, call, groupName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        var page =
                new Paging("ListAttachedGroupPolicies " + group.id(), marker, maxItems)
                        .of(PolicyArns.list(group.grants(), pathPrefix), AttachedPolicy::policyArn);
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

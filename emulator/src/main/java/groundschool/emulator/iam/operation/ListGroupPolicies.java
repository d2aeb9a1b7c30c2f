package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Lists the names of the policies that are written into a group.
///
/// Source:
/// [ListGroupPolicies](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html)
public record ListGroupPolicies(
        String groupName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<String> policyNames, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.group("iam:ListGroupPolicies", identities, call, groupName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var group = Known.group(identities, groupName);
        var names = List.copyOf(group.grants().inline().keySet());
        var page =
                new Paging("ListGroupPolicies " + group.id(), marker, maxItems)
                        .of(names, Function.identity());
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Lists the names of the policies that are written into a user.
///
/// Source:
/// [ListUserPolicies](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html)
public record ListUserPolicies(String userName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<String> policyNames, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:ListUserPolicies", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var names = List.copyOf(user.grants().inline().keySet());
        var page =
                new Paging("ListUserPolicies " + user.id(), marker, maxItems)
                        .of(names, Function.identity());
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

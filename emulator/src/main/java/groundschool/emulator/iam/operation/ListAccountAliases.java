package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Lists the alias of the account, if it has one.
///
/// Source:
/// [ListAccountAliases](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html)
public record ListAccountAliases(Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<String> accountAliases, boolean isTruncated, Optional<String> marker) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:ListAccountAliases");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var page =
                new Paging("ListAccountAliases", marker, maxItems)
                        .of(identities.settings().alias().stream().toList(), Function.identity());
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}

package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Grant;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Lists the grants that somebody may give back.
///
/// Source:
/// [ListRetirableGrants](https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html)
public record ListRetirableGrants(
        Optional<Integer> limit,
        Optional<String> marker,
        Optional<String> retiringPrincipal,
        Optional<String> retiringServicePrincipal)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            List<GrantEntry> grants, Optional<String> nextMarker, boolean truncated) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(Access.to("kms:ListRetirableGrants", "*"));
    }

    @Override
    public Response run(Keys keys, Call call) {
        if (retiringPrincipal.isPresent() == retiringServicePrincipal.isPresent()) {
            throw KmsErrors.validation(
                    "You must specify either RetiringPrincipal or RetiringServicePrincipal.");
        }
        retiringPrincipal.ifPresent(keys.rules()::checkPrincipal);
        var grants =
                keys.allGrants(call).stream()
                        .filter(each ->
                                retiringPrincipal.isPresent()
                                        ? retiringPrincipal.equals(each.retiring())
                                        : retiringServicePrincipal.equals(each.retiringService()))
                        .toList();
        var page = Page.of(grants, Grant::id, limit.orElse(50), marker);
        return new Response(
                page.elements().stream().map(grant -> GrantEntry.of(grant, call)).toList(),
                page.next(),
                page.isTruncated());
    }
}

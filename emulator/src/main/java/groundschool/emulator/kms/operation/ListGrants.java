package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Grant;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.Optional;

/// Lists what is granted of a key.
///
/// Source: [ListGrants](https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html)
public record ListGrants(
        Optional<Integer> limit,
        Optional<String> marker,
        String keyId,
        Optional<String> grantId,
        Optional<String> granteePrincipal,
        Optional<String> granteeServicePrincipal)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            List<GrantEntry> grants, Optional<String> nextMarker, boolean truncated) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("ListGrants", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var grants =
                keys.grants(keys.managed(keyId, call), call).stream()
                        .filter(each -> grantId.map(each.id()::equals).orElse(true))
                        .filter(each ->
                                granteePrincipal.isEmpty()
                                        || granteePrincipal.equals(each.grantee()))
                        .filter(each ->
                                granteeServicePrincipal.isEmpty()
                                        || granteeServicePrincipal.equals(each.granteeService()))
                        .toList();
        var page = Page.of(grants, Grant::id, limit.orElse(50), marker);
        return new Response(
                page.elements().stream().map(grant -> GrantEntry.of(grant, call)).toList(),
                page.next(),
                page.isTruncated());
    }
}

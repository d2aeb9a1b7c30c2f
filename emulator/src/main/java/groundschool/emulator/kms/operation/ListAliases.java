package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Alias;
import groundschool.emulator.kms.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists aliases, all or those of a key.
///
/// Source: [ListAliases](https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html)
public record ListAliases(Optional<String> keyId, Optional<Integer> limit, Optional<String> marker)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            List<AliasEntry> aliases, Optional<String> nextMarker, boolean truncated) {}

    public record AliasEntry(
            String aliasName,
            String aliasArn,
            String targetKeyId,
            Instant creationDate,
            Instant lastUpdatedDate) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(Access.to("kms:ListAliases", "*"));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var wanted = keyId.map(id -> keys.managed(id, call).id());
        var all =
                keys.aliases(call).stream()
                        .filter(each -> wanted.map(each.keyId()::equals).orElse(true))
                        .toList();
        var page = Page.of(all, Alias::name, limit.orElse(50), marker);
        return new Response(
                page.elements().stream()
                        .map(each ->
                                new AliasEntry(
                                        each.name(),
                                        call.arn("kms", each.name()),
                                        each.keyId(),
                                        each.createdAt(),
                                        each.updatedAt()))
                        .toList(),
                page.next(),
                page.isTruncated());
    }
}

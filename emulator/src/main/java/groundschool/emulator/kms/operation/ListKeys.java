package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsKey;
import java.util.List;
import java.util.Optional;

/// Lists the keys of a Region.
///
/// Source: [ListKeys](https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html)
public record ListKeys(Optional<Integer> limit, Optional<String> marker)
        implements KmsOperation, Operation<Keys> {

    public record Response(List<KeyEntry> keys, Optional<String> nextMarker, boolean truncated) {}

    public record KeyEntry(String keyId, String keyArn) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(Access.to("kms:ListKeys", "*"));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var page = Page.of(keys.all(call), KmsKey::id, limit.orElse(100), marker);
        return new Response(
                page.elements().stream().map(key -> new KeyEntry(key.id(), key.arn(call))).toList(),
                page.next(),
                page.isTruncated());
    }
}

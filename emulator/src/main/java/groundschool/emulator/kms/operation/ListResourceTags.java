package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Lists the labels of a key.
///
/// Source:
/// [ListResourceTags](https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html)
public record ListResourceTags(String keyId, Optional<Integer> limit, Optional<String> marker)
        implements KmsOperation, Operation<Keys> {

    public record Response(List<Tag> tags, Optional<String> nextMarker, boolean truncated) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("ListResourceTags", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var tags =
                new TreeMap<>(keys.managed(keyId, call).tags())
                        .entrySet().stream()
                                .map(each -> new Tag(each.getKey(), each.getValue()))
                                .toList();
        var page = Page.of(tags, Tag::tagKey, limit.orElse(50), marker);
        return new Response(page.elements(), page.next(), page.isTruncated());
    }
}

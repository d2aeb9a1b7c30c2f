package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;

/// Labels a key.
///
/// Source: [TagResource](https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html)
public record TagResource(String keyId, List<Tag> tags) implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        var access = KeyAccess.of(keys, call);
        Tag.conditions(tags, access);
        return List.of(access.to("TagResource", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireKept(call);
        keys.put(key.tagged(Tag.added(key.tags(), tags)), call);
        return new Nothing();
    }
}

package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.TreeMap;

/// Takes labels from a key.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html)
public record UntagResource(String keyId, List<String> tagKeys)
        implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        var access = KeyAccess.of(keys, call);
        if (!tagKeys.isEmpty()) {
            access.withAll("aws:TagKeys", tagKeys);
        }
        return List.of(access.to("UntagResource", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireKept(call);
        var left = new TreeMap<>(key.tags());
        tagKeys.forEach(left::remove);
        keys.put(key.tagged(left), call);
        return new Nothing();
    }
}

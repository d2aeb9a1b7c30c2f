package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;

/// Has a key not be used until it is enabled again.
///
/// Source: [DisableKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html)
public record DisableKey(String keyId) implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("DisableKey", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireKept(call);
        keys.put(key.enabled(false), call);
        return new Nothing();
    }
}

package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;

/// Says otherwise what a key is for.
///
/// Source:
/// [UpdateKeyDescription](https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html)
public record UpdateKeyDescription(String keyId, String description)
        implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("UpdateKeyDescription", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireKept(call);
        keys.put(key.described(description), call);
        return new Nothing();
    }
}

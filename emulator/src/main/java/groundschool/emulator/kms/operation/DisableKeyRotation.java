package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.Optional;

/// Has a key keep its material.
///
/// Source:
/// [DisableKeyRotation](https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html)
public record DisableKeyRotation(String keyId) implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("DisableKeyRotation", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = Rotating.primary(keyId, keys, call);
        key.requireEnabled(call);
        key.requireOrigin("AWS_KMS", call);
        var changed = key.rotating(Optional.empty());
        keys.put(changed, call);
        keys.share(changed, call);
        return new Nothing();
    }
}

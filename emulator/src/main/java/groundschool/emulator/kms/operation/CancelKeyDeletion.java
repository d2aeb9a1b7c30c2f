package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Keeps a key that was to be deleted; it is disabled.
///
/// Source:
/// [CancelKeyDeletion](https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html)
public record CancelKeyDeletion(String keyId) implements KmsOperation, Operation<Keys> {

    public record Response(String keyId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("CancelKeyDeletion", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        if (key.deletion().isEmpty()) {
            throw KmsErrors.invalidState(key.arn(call), "not pending deletion");
        }
        keys.put(key.deleted(Optional.empty()), call);
        return new Response(key.arn(call));
    }
}

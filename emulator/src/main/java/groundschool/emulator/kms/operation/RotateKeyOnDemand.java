package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.util.List;
import java.util.Optional;

/// Gives a symmetric key new material now.
///
/// Source:
/// [RotateKeyOnDemand](https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html)
public record RotateKeyOnDemand(String keyId) implements KmsOperation, Operation<Keys> {

    private static final int MOST = 25;

    public record Response(String keyId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("RotateKeyOnDemand", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var key = Rotating.primary(keyId, keys, call);
        key.requireEnabled(call);
        if (key.imports().isPresent()) {
            var pending =
                    key.imports()
                            .flatMap(KmsKey.Imports::pending)
                            .orElseThrow(() -> KmsErrors.nonePending(key.arn(call)));
            keys.put(
                    key.having(pending.at(call.now()))
                            .importing(
                                    new KmsKey.Imports(
                                            true,
                                            key.imports().flatMap(KmsKey.Imports::expiresAt),
                                            Optional.empty())),
                    call);
            return new Response(key.arn(call));
        }
        var before =
                key.materials().stream()
                        .filter(each -> each.rotation().equals(Optional.of("ON_DEMAND")))
                        .count();
        if (before >= MOST) {
            throw KmsErrors.limitExceeded(
                    "The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: "
                            + key.arn(call));
        }
        var rotated = key.rotated("ON_DEMAND", call.now());
        keys.put(rotated, call);
        keys.share(rotated, call);
        return new Response(key.arn(call));
    }
}

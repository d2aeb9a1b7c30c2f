package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells whether and when a key gets new material.
///
/// Source:
/// [GetKeyRotationStatus](https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html)
public record GetKeyRotationStatus(String keyId) implements KmsOperation, Operation<Keys> {

    private static final int YEAR = 365;

    public record Response(
            boolean keyRotationEnabled,
            String keyId,
            Optional<Integer> rotationPeriodInDays,
            Optional<Instant> nextRotationDate) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("GetKeyRotationStatus", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        if (key.spec().isPair() || !key.spec().isSymmetric()) {
            throw KmsErrors.unsupported("");
        }
        if (key.owner().isPresent()) {
            return new Response(true, key.id(), Optional.of(YEAR), Optional.empty());
        }
        var rotation = key.rotation().filter(_ -> key.deletion().isEmpty());
        return new Response(
                rotation.isPresent(),
                key.id(),
                rotation.map(KmsKey.Rotation::periodDays),
                rotation.map(KmsKey.Rotation::next));
    }
}

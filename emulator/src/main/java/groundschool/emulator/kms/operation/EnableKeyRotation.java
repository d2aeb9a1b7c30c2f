package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Has a symmetric key get new material every so many days, on the sandbox's clock.
///
/// Source:
/// [EnableKeyRotation](https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html)
public record EnableKeyRotation(String keyId, Optional<Integer> rotationPeriodInDays)
        implements KmsOperation, Operation<Keys> {

    private static final int YEAR = 365;

    @Override
    public List<Access> access(Keys keys, Call call) {
        var access = KeyAccess.of(keys, call);
        rotationPeriodInDays.ifPresent(days -> access.with("kms:RotationPeriodInDays", days));
        return List.of(access.to("EnableKeyRotation", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = Rotating.primary(keyId, keys, call);
        key.requireEnabled(call);
        key.requireOrigin("AWS_KMS", call);
        var days =
                rotationPeriodInDays
                        .or(() -> key.rotation().map(KmsKey.Rotation::periodDays))
                        .orElse(YEAR);
        var next = call.now().plus(Duration.ofDays(days));
        var changed = key.rotating(Optional.of(new KmsKey.Rotation(days, next)));
        keys.put(changed, call);
        keys.share(changed, call);
        return new Nothing();
    }
}

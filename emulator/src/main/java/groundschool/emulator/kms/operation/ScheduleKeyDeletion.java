package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Has a key be deleted after a while, on the sandbox's clock. Until then it cannot be used.
///
/// Source:
/// [ScheduleKeyDeletion](https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html)
public record ScheduleKeyDeletion(String keyId, Optional<Integer> pendingWindowInDays)
        implements KmsOperation, Operation<Keys> {

    private static final int USUAL_DAYS = 30;
    private static final int LEAST_DAYS = 7;

    public record Response(
            String keyId, Instant deletionDate, String keyState, int pendingWindowInDays) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with(
                                "kms:ScheduleKeyDeletionPendingWindowInDays",
                                pendingWindowInDays.orElse(USUAL_DAYS))
                        .to("ScheduleKeyDeletion", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var days = pendingWindowInDays.orElse(USUAL_DAYS);
        if (days < LEAST_DAYS || days > USUAL_DAYS) {
            throw KmsErrors.validation(
                    "1 validation error detected: Value '%d' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value %s"
                            .formatted(
                                    days,
                                    days < LEAST_DAYS
                                            ? "greater than or equal to 7"
                                            : "less than or equal to 30"));
        }
        var key = keys.managed(keyId, call);
        key.requireKept(call);
        KmsErrors.refuse(
                "deleting primary keys that have replicas",
                key.regions()
                        .filter(regions -> regions.primary().equals(call.region()))
                        .filter(regions -> !regions.replicas().isEmpty())
                        .isPresent());
        var at = call.now().plus(Duration.ofDays(days));
        var pending = key.deleted(Optional.of(new KmsKey.Deletion(at, days)));
        keys.put(pending, call);
        return new Response(key.arn(call), at, pending.state(), days);
    }
}

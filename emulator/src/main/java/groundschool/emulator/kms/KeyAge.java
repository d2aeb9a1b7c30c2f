package groundschool.emulator.kms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What time does to keys.
final class KeyAge {

    private KeyAge() {}

    /// A key as it is by then, with every rotation that was due.
    static KmsKey at(KmsKey then, Instant now) {
        if (then.imports()
                .flatMap(KmsKey.Imports::expiresAt)
                .filter(end -> !now.isBefore(end))
                .isPresent()) {
            return then.forgetting();
        }
        var key = then;
        for (var due = then.rotation(); due.isPresent(); due = key.rotation()) {
            var next = due.get();
            if (next.next().isAfter(now)) {
                break;
            }
            key =
                    (key.enabled() ? key.rotated("AUTOMATIC", next.next()) : key)
                            .rotating(
                                    Optional.of(
                                            new KmsKey.Rotation(
                                                    next.periodDays(),
                                                    next.next()
                                                            .plus(
                                                                    Duration.ofDays(
                                                                            next.periodDays())))));
        }
        return key;
    }
}

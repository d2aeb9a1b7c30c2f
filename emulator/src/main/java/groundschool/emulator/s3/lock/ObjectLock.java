package groundschool.emulator.s3.lock;

import java.time.Instant;
import java.util.Optional;

/// What keeps a version of an object from being removed.
///
/// Source: [Locking objects with Object
/// Lock](https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html)
///
/// @param legalHold `ON` or `OFF`; absent if nobody has ever said so
public record ObjectLock(Optional<Retention> retention, Optional<String> legalHold) {

    public static final ObjectLock NONE = new ObjectLock(Optional.empty(), Optional.empty());

    public static final String GOVERNANCE = "GOVERNANCE";
    public static final String COMPLIANCE = "COMPLIANCE";
    public static final String ON = "ON";

    /// Until when.
    ///
    /// @param mode `GOVERNANCE`, which a permission gets past, or `COMPLIANCE`, which nothing does
    public record Retention(String mode, Instant retainUntilDate) {

        public boolean isOver(Instant now) {
            return !now.isBefore(retainUntilDate);
        }
    }

    public ObjectLock with(Optional<Retention> other) {
        return new ObjectLock(other, legalHold);
    }

    public ObjectLock withHold(String status) {
        return new ObjectLock(retention, Optional.of(status));
    }

    /// Whether a version may not be removed.
    ///
    /// @param bypasses whether whoever removes it may get past governance
    public boolean holds(Instant now, boolean bypasses) {
        return legalHold.filter(ON::equals).isPresent()
                || retention
                        .filter(it -> !it.isOver(now))
                        .filter(it -> !(bypasses && it.mode().equals(GOVERNANCE)))
                        .isPresent();
    }
}

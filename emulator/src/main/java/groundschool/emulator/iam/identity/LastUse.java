package groundschool.emulator.iam.identity;

import java.time.Duration;
import java.time.Instant;

/// When, where and for what a key or a role was last used.
///
/// Source:
/// [GetAccessKeyLastUsed](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html)
///
/// @param service as requests are signed for it, such as `dynamodb`
public record LastUse(Instant at, String region, String service) {

    /// AWS, too, notes it in steps.
    private static final Duration STEP = Duration.ofMinutes(15);

    /// Whether that use is worth noting after this one.
    public boolean isOutdatedBy(LastUse later) {
        return !service.equals(later.service)
                || !region.equals(later.region)
                || at.plus(STEP).isBefore(later.at);
    }
}

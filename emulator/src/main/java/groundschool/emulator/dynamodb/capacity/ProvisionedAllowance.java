package groundschool.emulator.dynamodb.capacity;

import java.util.Optional;

/// What is provisioned per second, and what was not used of it in the last five minutes.
///
/// Unlike AWS, where a burst is promised to nobody, what was saved is always there; and a new table
/// begins with all of it.
///
/// Source: [Burst
/// capacity](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html)
final class ProvisionedAllowance implements Allowance {

    private static final double BURST_SECONDS = 300;
    private static final Optional<Limit> EXHAUSTED = Optional.of(Limit.PROVISIONED);

    private final TokenBucket bucket;

    ProvisionedAllowance(CapacitySettings settings, long now) {
        bucket = new TokenBucket(settings.provisioned(), BURST_SECONDS, now);
    }

    @Override
    public Optional<Limit> exhausted(long now) {
        return bucket.isEmpty(now) ? EXHAUSTED : Optional.empty();
    }

    @Override
    public void take(double units, long now) {
        bucket.take(units);
    }

    @Override
    public double perSecond() {
        return bucket.perSecond();
    }

    @Override
    public Allowance with(CapacitySettings settings, Consumption.Unit unit, long now) {
        return switch (settings.mode()) {
            case PROVISIONED -> {
                bucket.change(settings.provisioned(), BURST_SECONDS, now);
                yield this;
            }
            case PAY_PER_REQUEST ->
                    new OnDemandAllowance(settings, unit, bucket.perSecond() / 2, now);
        };
    }
}

package groundschool.emulator.dynamodb.capacity;

import java.util.Optional;

/// What a table or an index on demand can do: at first 4,000 writes or 12,000 reads a second, later
/// the double of the highest that it did more than half an hour ago; never more than the account's
/// quota, nor than its owner's maximum.
///
/// Unlike AWS, which allows short bursts above a maximum, that is held to the second.
///
/// Sources: [Initial throughput and scaling
/// properties](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial),
/// [maximum
/// throughput](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html),
/// [quotas](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#default-limits-throughput)
final class OnDemandAllowance implements Allowance {

    private static final double ACCOUNT_QUOTA = 40_000;
    private static final long SECOND = 1_000_000;
    private static final long HALF_AN_HOUR = 30 * 60 * SECOND;

    private static final Optional<Limit> MAXIMUM_EXCEEDED = Optional.of(Limit.MAXIMUM);
    private static final Optional<Limit> QUOTA_EXCEEDED = Optional.of(Limit.ACCOUNT);
    private static final Optional<Limit> PARTITIONS_EXHAUSTED = Optional.of(Limit.KEY_RANGE);

    private final TokenBucket scaled;
    private Optional<TokenBucket> maximum = Optional.empty();

    /// What was taken within the second that began then.
    private double inSecond;

    private long secondBegan;

    /// The most that was taken within a second, in the half hour that began then.
    private double peak;

    private long peakSince;

    /// @param peakBefore the most per second before; 0 for a table that is new
    OnDemandAllowance(
            CapacitySettings settings, Consumption.Unit unit, double peakBefore, long now) {
        scaled = new TokenBucket(level(initial(unit), settings.warm(), peakBefore), 1, now);
        secondBegan = now;
        peakSince = now;
        limit(settings, now);
    }

    private static double initial(Consumption.Unit unit) {
        return switch (unit) {
            case READ -> 12_000;
            case WRITE -> 4_000;
        };
    }

    private static double level(double before, double warm, double peak) {
        return Math.min(ACCOUNT_QUOTA, Math.max(before, Math.max(warm, 2 * peak)));
    }

    private void limit(CapacitySettings settings, long now) {
        if (settings.maximum().isEmpty()) {
            maximum = Optional.empty();
            return;
        }
        double most = settings.maximum().getAsLong();
        if (maximum.isPresent()) {
            maximum.get().change(most, 1, now);
        } else {
            maximum = Optional.of(new TokenBucket(most, 1, now));
        }
    }

    @Override
    public Optional<Limit> exhausted(long now) {
        notice(now);
        if (maximum.isPresent() && maximum.get().isEmpty(now)) {
            return MAXIMUM_EXCEEDED;
        }
        if (scaled.isEmpty(now)) {
            return scaled.perSecond() < ACCOUNT_QUOTA ? PARTITIONS_EXHAUSTED : QUOTA_EXCEEDED;
        }
        return Optional.empty();
    }

    @Override
    public void take(double units, long now) {
        scaled.take(units);
        if (maximum.isPresent()) {
            maximum.get().take(units);
        }
        inSecond += units;
    }

    /// Sees how much is taken in each second, and scales with what was reached half an hour ago.
    private void notice(long now) {
        if (now - secondBegan >= SECOND) {
            peak = Math.max(peak, Math.min(inSecond, scaled.perSecond()));
            inSecond = 0;
            secondBegan = now;
        }
        if (now - peakSince >= HALF_AN_HOUR) {
            scaled.grow(level(scaled.perSecond(), 0, peak), 1, now);
            peak = 0;
            peakSince = now;
        }
    }

    @Override
    public double perSecond() {
        return scaled.perSecond();
    }

    @Override
    public Allowance with(CapacitySettings settings, Consumption.Unit unit, long now) {
        return switch (settings.mode()) {
            case PROVISIONED -> new ProvisionedAllowance(settings, now);
            case PAY_PER_REQUEST -> {
                scaled.grow(level(scaled.perSecond(), settings.warm(), 0), 1, now);
                limit(settings, now);
                yield this;
            }
        };
    }
}

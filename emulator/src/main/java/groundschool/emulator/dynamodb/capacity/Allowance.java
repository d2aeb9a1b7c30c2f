package groundschool.emulator.dynamodb.capacity;

import java.util.Optional;

/// How many units of one kind a table or a global index may use as a whole. Times are in
/// microseconds.
sealed interface Allowance permits ProvisionedAllowance, OnDemandAllowance {

    /// What is used up at that time; absent if nothing is.
    Optional<Limit> exhausted(long now);

    /// Takes units, or gives them back if there are less than none.
    void take(double units, long now);

    /// The units per second for which there must be partitions.
    double perSecond();

    /// Goes on with other settings.
    Allowance with(CapacitySettings settings, Consumption.Unit unit, long now);

    /// That of a table or an index which is new, or of which nothing is remembered.
    static Allowance of(CapacitySettings settings, Consumption.Unit unit, long now) {
        return switch (settings.mode()) {
            case PROVISIONED -> new ProvisionedAllowance(settings, now);
            case PAY_PER_REQUEST -> new OnDemandAllowance(settings, unit, 0, now);
        };
    }
}

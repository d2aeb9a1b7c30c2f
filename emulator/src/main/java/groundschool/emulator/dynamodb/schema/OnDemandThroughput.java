package groundschool.emulator.dynamodb.schema;

import java.util.OptionalLong;

/// The most that an on-demand table or index may use per second, in units.
///
/// Source:
/// [OnDemandThroughput](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_OnDemandThroughput.html)
public record OnDemandThroughput(
        OptionalLong maxReadRequestUnits, OptionalLong maxWriteRequestUnits) {

    /// Whether neither maximum is given, which is as good as no setting.
    public boolean limitsNothing() {
        return maxReadRequestUnits.isEmpty() && maxWriteRequestUnits.isEmpty();
    }
}

package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;

/// Gives the capacity that the account may provision in the Region: AWS's initial quotas.
///
/// Source:
/// [DescribeLimits](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html)
public record DescribeLimits() implements DynamoDbOperation {

    /// The answer, in units per second.
    public record Response(
            long accountMaxReadCapacityUnits,
            long accountMaxWriteCapacityUnits,
            long tableMaxReadCapacityUnits,
            long tableMaxWriteCapacityUnits) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeLimits", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        return new Response(80_000, 80_000, 40_000, 40_000);
    }
}

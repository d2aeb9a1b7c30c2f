package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;

/// Gives the endpoints of the Region.
///
/// Source:
/// [DescribeEndpoints](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeEndpoints.html)
public record DescribeEndpoints() implements DynamoDbOperation {

    /// The answer.
    public record Response(List<Endpoint> endpoints) {}

    /// @param cachePeriodInMinutes how long a client may remember it
    public record Endpoint(String address, long cachePeriodInMinutes) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeEndpoints", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        return new Response(
                List.of(new Endpoint("dynamodb." + call.region() + ".amazonaws.com", 1440)));
    }
}

package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import java.util.List;
import java.util.Optional;

/// Says whether items are deleted by a time that they hold.
///
/// Source:
/// [DescribeTimeToLive](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html)
public record DescribeTimeToLive(String tableName) implements DynamoDbOperation {

    /// @param timeToLiveStatus `ENABLED` or `DISABLED`, `ENABLING` or `DISABLING`
    /// @param attributeName absent if it is disabled
    public record TimeToLiveDescription(String timeToLiveStatus, Optional<String> attributeName) {}

    /// The answer.
    public record Response(TimeToLiveDescription timeToLiveDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeTimeToLive", tables.arn(tableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var definition = tables.named(tableName, call).definition();
        var status = definition.status(call.now());
        switch (status) {
            case CREATING, DELETING ->
                    throw DynamoDbErrors.validation(
                            "Cannot describe time to live while table is in %1$s state: Current table state is %1$s"
                                    .formatted(status));
            case UPDATING, ACTIVE -> {}
        }
        return new Response(
                definition
                        .timeToLive()
                        .map(setting -> description(setting, tables, call))
                        .orElse(new TimeToLiveDescription("DISABLED", Optional.empty())));
    }

    private static TimeToLiveDescription description(TimeToLive setting, Tables tables, Call call) {
        boolean isUnderWay = call.now().isBefore(setting.changedAt().plus(tables.delay()));
        if (setting.enabled()) {
            return new TimeToLiveDescription(
                    isUnderWay ? "ENABLING" : "ENABLED", Optional.of(setting.attribute()));
        }
        return isUnderWay
                ? new TimeToLiveDescription("DISABLING", Optional.of(setting.attribute()))
                : new TimeToLiveDescription("DISABLED", Optional.empty());
    }
}

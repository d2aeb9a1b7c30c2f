package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.replica.SharedSettings;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import java.time.Duration;
import java.util.List;

/// Has items deleted by a time that they hold, or no longer.
///
/// Source:
/// [UpdateTimeToLive](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html)
public record UpdateTimeToLive(String tableName, TimeToLiveSpecification timeToLiveSpecification)
        implements DynamoDbOperation {

    /// Measured; documented as an hour. Unlike AWS, a sandbox whose changes are not delayed takes
    /// the next change at once.
    private static final Duration BETWEEN_CHANGES = Duration.ofMinutes(31);

    /// @param attributeName the name of the attribute with the time
    public record TimeToLiveSpecification(boolean enabled, String attributeName) {}

    /// The answer.
    public record Response(TimeToLiveSpecification timeToLiveSpecification) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:UpdateTimeToLive", tables.arn(tableName, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = tables.named(tableName, call);
        table.requireActive(call);
        var asked = timeToLiveSpecification;
        var current = table.definition().timeToLive();
        var enabled = current.filter(TimeToLive::enabled);
        if (asked.enabled && enabled.isPresent()) {
            throw DynamoDbErrors.validation(
                    enabled.get().attribute().equals(asked.attributeName)
                            ? "TimeToLive is already enabled"
                            : differentAttribute(enabled.get()));
        }
        if (!asked.enabled && enabled.isEmpty()) {
            throw DynamoDbErrors.validation("TimeToLive is already disabled");
        }
        if (!asked.enabled && !enabled.get().attribute().equals(asked.attributeName)) {
            throw DynamoDbErrors.validation(differentAttribute(enabled.get()));
        }
        boolean isTooSoon =
                !tables.delay().isZero()
                        && current.filter(last ->
                                        call.now().isBefore(last.changedAt().plus(BETWEEN_CHANGES)))
                                .isPresent();
        if (isTooSoon) {
            throw DynamoDbErrors.validation(
                    "Time to live has been modified multiple times within a fixed interval");
        }
        new SharedSettings(tables, table, call)
                .expire(new TimeToLive(asked.enabled, asked.attributeName, call.now()));
        return new Response(asked);
    }

    private static String differentAttribute(TimeToLive current) {
        return "TimeToLive is active on a different AttributeName: current AttributeName is "
                + current.attribute();
    }
}

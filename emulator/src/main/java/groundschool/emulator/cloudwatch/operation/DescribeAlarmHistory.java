package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import groundschool.emulator.cloudwatch.alarm.HistoryItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells what has happened to alarms in the last 30 days, the latest first, 100 at a time.
///
/// Source:
/// [DescribeAlarmHistory](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html)
///
/// @param alarmContributorId finds nothing: there are no alarms with contributors
public record DescribeAlarmHistory(
        Optional<String> alarmName,
        Optional<String> alarmContributorId,
        Optional<List<String>> alarmTypes,
        Optional<String> historyItemType,
        Optional<Instant> startDate,
        Optional<Instant> endDate,
        Optional<Integer> maxRecords,
        Optional<String> nextToken,
        Optional<String> scanBy)
        implements CloudWatchOperation {

    private static final int PAGE = 100;

    /// @param nextToken where to go on, if there are more
    public record Response(List<Item> alarmHistoryItems, Optional<String> nextToken) {}

    /// Something that has happened.
    public record Item(
            String alarmName,
            String alarmType,
            Instant timestamp,
            String historyItemType,
            String historySummary,
            String historyData) {
        private Item(HistoryItem item, String type) {
            this(item.alarmName(), type, item.at(), item.kind(), item.summary(), item.data());
        }
    }

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return Resources.alarms(
                "cloudwatch:DescribeAlarmHistory", alarmName.stream().toList(), call);
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        var types = alarmTypes.orElse(List.of("MetricAlarm"));
        var found =
                metrics.alarms().history(call.region()).latestFirst().stream()
                        .filter(this::isWanted)
                        .filter(item ->
                                alarmContributorId.isEmpty()
                                        && types.contains(type(item, metrics, call)))
                        .toList();
        var ordered = scanBy.equals(Optional.of("TimestampAscending")) ? found.reversed() : found;
        var page = Tokens.page(ordered, nextToken, maxRecords.orElse(PAGE));
        return new Response(
                page.entries().stream()
                        .map(item -> new Item(item, type(item, metrics, call)))
                        .toList(),
                page.next());
    }

    /// What the alarm is now; of one that is gone, what most are.
    private static String type(HistoryItem item, Metrics metrics, Call call) {
        return metrics.alarms()
                        .find(item.alarmName(), call.region())
                        .filter(Alarm::isComposite)
                        .isPresent()
                ? "CompositeAlarm"
                : "MetricAlarm";
    }

    private boolean isWanted(HistoryItem item) {
        return alarmName.map(item.alarmName()::equals).orElse(true)
                && historyItemType.map(item.kind()::equals).orElse(true)
                && startDate.map(start -> !item.at().isBefore(start)).orElse(true)
                && endDate.map(end -> !item.at().isAfter(end)).orElse(true);
    }
}

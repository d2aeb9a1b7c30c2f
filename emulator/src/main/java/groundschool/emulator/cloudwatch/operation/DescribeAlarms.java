package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Describes alarms by name, 50 at a time.
///
/// Source:
/// [DescribeAlarms](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html)
///
/// @param alarmTypes `MetricAlarm` unless others are asked for, of which there are none
/// @param childrenOfAlarmName is refused, as is the other: there are no composite alarms
public record DescribeAlarms(
        Optional<List<String>> alarmNames,
        Optional<String> alarmNamePrefix,
        Optional<List<String>> alarmTypes,
        Optional<Object> childrenOfAlarmName,
        Optional<Object> parentsOfAlarmName,
        Optional<String> stateValue,
        Optional<String> actionPrefix,
        Optional<Integer> maxRecords,
        Optional<String> nextToken)
        implements CloudWatchOperation {

    private static final int PAGE = 50;

    /// @param compositeAlarms none: there are none yet
    /// @param logAlarms none: there are none yet
    /// @param nextToken where to go on, if there are more
    public record Response(
            List<AlarmDescription> metricAlarms,
            List<Object> compositeAlarms,
            List<Object> logAlarms,
            Optional<String> nextToken) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return Resources.alarms("cloudwatch:DescribeAlarms", List.of(), call);
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        if (childrenOfAlarmName.isPresent() || parentsOfAlarmName.isPresent()) {
            throw CloudWatchErrors.notYet("composite alarms");
        }
        if (alarmNames.isPresent() && alarmNamePrefix.isPresent()) {
            throw CloudWatchErrors.exclusive("AlarmNames", "AlarmNamePrefix");
        }
        boolean isOfOthers = alarmTypes.filter(all -> !all.contains("MetricAlarm")).isPresent();
        var found =
                isOfOthers
                        ? List.<Alarm>of()
                        : metrics.alarms().all(call.region()).stream()
                                .filter(this::isWanted)
                                .toList();
        var page = Tokens.page(found, nextToken, maxRecords.orElse(PAGE));
        return new Response(
                page.entries().stream().map(alarm -> AlarmDescription.of(alarm, call)).toList(),
                List.of(),
                List.of(),
                page.next());
    }

    private boolean isWanted(Alarm alarm) {
        var settings = alarm.settings();
        return alarmNames.map(names -> names.contains(alarm.name())).orElse(true)
                && alarmNamePrefix.map(alarm.name()::startsWith).orElse(true)
                && stateValue.map(alarm.state().value()::equals).orElse(true)
                && actionPrefix
                        .map(prefix ->
                                Stream.of(
                                                settings.okActions(),
                                                settings.alarmActions(),
                                                settings.insufficientDataActions())
                                        .flatMap(List::stream)
                                        .anyMatch(action -> action.startsWith(prefix)))
                        .orElse(true);
    }
}

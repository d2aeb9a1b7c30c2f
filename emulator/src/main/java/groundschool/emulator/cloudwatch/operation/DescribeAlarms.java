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
/// Unlike AWS, which shows less of children and parents, all is shown of them.
///
/// @param alarmTypes `MetricAlarm` unless others are asked for
/// @param childrenOfAlarmName a composite alarm, whose alarms are wanted
/// @param parentsOfAlarmName an alarm; the composite ones are wanted that depend on it
public record DescribeAlarms(
        Optional<List<String>> alarmNames,
        Optional<String> alarmNamePrefix,
        Optional<List<String>> alarmTypes,
        Optional<String> childrenOfAlarmName,
        Optional<String> parentsOfAlarmName,
        Optional<String> stateValue,
        Optional<String> actionPrefix,
        Optional<Integer> maxRecords,
        Optional<String> nextToken)
        implements CloudWatchOperation {

    private static final int PAGE = 50;

    /// @param logAlarms none: there are none yet
    /// @param nextToken where to go on, if there are more
    public record Response(
            List<AlarmDescription> metricAlarms,
            List<CompositeDescription> compositeAlarms,
            List<Object> logAlarms,
            Optional<String> nextToken) {}

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return Resources.alarms("cloudwatch:DescribeAlarms", List.of(), call);
    }

    @Override
    public Response run(Metrics metrics, Call call) {
        if (childrenOfAlarmName.isPresent() && parentsOfAlarmName.isPresent()) {
            throw CloudWatchErrors.exclusive("ChildrenOfAlarmName", "ParentsOfAlarmName");
        }
        if (alarmNames.isPresent() && alarmNamePrefix.isPresent()) {
            throw CloudWatchErrors.exclusive("AlarmNames", "AlarmNamePrefix");
        }
        var found = found(metrics, call).toList();
        var page = Tokens.page(found, nextToken, maxRecords.orElse(PAGE));
        return new Response(
                page.entries().stream()
                        .filter(alarm -> !alarm.isComposite())
                        .map(alarm -> AlarmDescription.of(alarm, call))
                        .toList(),
                page.entries().stream()
                        .flatMap(alarm ->
                                alarm.settings().alarmRule().stream()
                                        .map(rule -> CompositeDescription.of(alarm, rule, call)))
                        .toList(),
                List.of(),
                page.next());
    }

    private Stream<Alarm> found(Metrics metrics, Call call) {
        var alarms = metrics.alarms();
        var composites = alarms.composites(call.region(), call.account(), call.now());
        if (childrenOfAlarmName.isPresent()) {
            return composites.children(alarms.named(childrenOfAlarmName.get(), call.region()));
        }
        if (parentsOfAlarmName.isPresent()) {
            alarms.named(parentsOfAlarmName.get(), call.region());
            return composites.parents(parentsOfAlarmName.get());
        }
        var types = alarmTypes.orElse(List.of("MetricAlarm"));
        return alarms.all(call.region()).stream()
                .filter(alarm ->
                        types.contains(alarm.isComposite() ? "CompositeAlarm" : "MetricAlarm"))
                .filter(this::isWanted);
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

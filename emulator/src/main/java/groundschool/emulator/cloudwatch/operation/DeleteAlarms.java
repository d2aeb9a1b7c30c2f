package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Deletes alarms; those that are not there are passed over, unless it is the only one. One that a
/// composite alarm depends on stays.
///
/// Source:
/// [DeleteAlarms](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html)
public record DeleteAlarms(List<String> alarmNames) implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return Resources.alarms("cloudwatch:DeleteAlarms", alarmNames, call);
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        var found =
                alarmNames.stream()
                        .map(name -> metrics.alarms().find(name, call.region()))
                        .flatMap(Optional::stream)
                        .toList();
        if (found.isEmpty() && alarmNames.size() == 1) {
            throw CloudWatchErrors.noAlarm();
        }
        if (found.stream().filter(Alarm::isComposite).count() > 1) {
            throw CloudWatchErrors.validation(
                    "Only one composite alarm can be deleted per operation.");
        }
        var composites = metrics.alarms().composites(call.region(), call.account(), call.now());
        for (var alarm : found) {
            if (Stream.concat(
                            composites.parents(alarm.name()),
                            metrics.alarms().suppressedBy(alarm.name(), call))
                    .anyMatch(parent -> !alarmNames.contains(parent.name()))) {
                throw CloudWatchErrors.validation(
                        "Cannot delete %s as there are composite alarm(s) depending on it."
                                .formatted(alarm.name()));
            }
        }
        found.forEach(alarm -> metrics.alarms().delete(alarm, call));
        return new Nothing();
    }
}

package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;

/// Has alarms act again when their state changes.
///
/// Source:
/// [EnableAlarmActions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EnableAlarmActions.html)
public record EnableAlarmActions(List<String> alarmNames) implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return Resources.alarms("cloudwatch:EnableAlarmActions", alarmNames, call);
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        for (var name : alarmNames) {
            metrics.alarms()
                    .find(name, call.region())
                    .ifPresent(
                            alarm -> metrics.alarms().put(alarm.withActions(true), call.region()));
        }
        return new Nothing();
    }
}

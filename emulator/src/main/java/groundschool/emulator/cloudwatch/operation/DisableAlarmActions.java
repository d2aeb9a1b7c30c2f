package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;

/// Has alarms no longer act when their state changes.
///
/// Source:
/// [DisableAlarmActions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html)
public record DisableAlarmActions(List<String> alarmNames) implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return Resources.alarms("cloudwatch:DisableAlarmActions", alarmNames, call);
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        for (var name : alarmNames) {
            metrics.alarms()
                    .find(name, call.region())
                    .ifPresent(
                            alarm -> metrics.alarms().put(alarm.withActions(false), call.region()));
        }
        return new Nothing();
    }
}

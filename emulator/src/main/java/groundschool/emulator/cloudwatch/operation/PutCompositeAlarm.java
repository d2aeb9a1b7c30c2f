package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import java.util.List;
import java.util.Optional;

/// Makes an alarm on other alarms, or replaces all that is set about one.
///
/// Source:
/// [PutCompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html)
///
/// @param alarmRule when it is in `ALARM`
/// @param tags of a new alarm; passed over for one that is there
/// @param actionsSuppressor is refused, as are its periods
public record PutCompositeAlarm(
        Optional<Boolean> actionsEnabled,
        Optional<List<String>> alarmActions,
        Optional<String> alarmDescription,
        String alarmName,
        String alarmRule,
        Optional<List<String>> insufficientDataActions,
        Optional<List<String>> okActions,
        Optional<List<Resources.Tag>> tags,
        Optional<Object> actionsSuppressor,
        Optional<Object> actionsSuppressorWaitPeriod,
        Optional<Object> actionsSuppressorExtensionPeriod)
        implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return List.of(
                new Access(
                        "cloudwatch:PutCompositeAlarm",
                        Resources.alarm(alarmName, call),
                        Resources.conditionKeys(tags.orElse(List.of()))));
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        if (actionsSuppressor.isPresent()
                || actionsSuppressorWaitPeriod.isPresent()
                || actionsSuppressorExtensionPeriod.isPresent()) {
            throw CloudWatchErrors.notYet("ActionsSuppressor");
        }
        metrics.alarms()
                .configure(
                        Alarm.Settings.composite(
                                alarmName,
                                alarmDescription,
                                actionsEnabled.orElse(true),
                                okActions.orElse(List.of()),
                                alarmActions.orElse(List.of()),
                                insufficientDataActions.orElse(List.of()),
                                alarmRule),
                        Resources.map(tags.orElse(List.of())),
                        call);
        return new Nothing();
    }
}

package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import groundschool.emulator.cloudwatch.alarm.Suppressor;
import java.util.List;
import java.util.Optional;

/// Makes an alarm on other alarms, or replaces all that is set about one.
///
/// Source:
/// [PutCompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html)
///
/// @param alarmRule when it is in `ALARM`
/// @param tags of a new alarm; passed over for one that is there
/// @param actionsSuppressor while that alarm is in `ALARM`, this one does not act
/// @param actionsSuppressorWaitPeriod in seconds
/// @param actionsSuppressorExtensionPeriod in seconds
public record PutCompositeAlarm(
        Optional<Boolean> actionsEnabled,
        Optional<List<String>> alarmActions,
        Optional<String> alarmDescription,
        String alarmName,
        String alarmRule,
        Optional<List<String>> insufficientDataActions,
        Optional<List<String>> okActions,
        Optional<List<Resources.Tag>> tags,
        Optional<String> actionsSuppressor,
        Optional<Integer> actionsSuppressorWaitPeriod,
        Optional<Integer> actionsSuppressorExtensionPeriod)
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
        metrics.alarms()
                .configure(
                        Alarm.Settings.composite(
                                alarmName,
                                alarmDescription,
                                actionsEnabled.orElse(true),
                                okActions.orElse(List.of()),
                                alarmActions.orElse(List.of()),
                                insufficientDataActions.orElse(List.of()),
                                alarmRule,
                                suppressor()),
                        Resources.map(tags.orElse(List.of())),
                        call);
        return new Nothing();
    }

    private Optional<Suppressor> suppressor() {
        boolean hasPeriod =
                actionsSuppressorWaitPeriod.isPresent()
                        || actionsSuppressorExtensionPeriod.isPresent();
        if (actionsSuppressor.isEmpty()) {
            if (hasPeriod) {
                throw CloudWatchErrors.validation(
                        "ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod can only be specified with ActionsSuppressor.");
            }
            return Optional.empty();
        }
        return Optional.of(
                new Suppressor(
                        actionsSuppressor.get(),
                        seconds("ActionsSuppressorWaitPeriod", actionsSuppressorWaitPeriod),
                        seconds(
                                "ActionsSuppressorExtensionPeriod",
                                actionsSuppressorExtensionPeriod)));
    }

    private static int seconds(String name, Optional<Integer> given) {
        return given.filter(seconds -> seconds >= 0)
                .orElseThrow(() ->
                        CloudWatchErrors.validation(
                                "%s is required when ActionsSuppressor is specified, as a number of seconds."
                                        .formatted(name)));
    }
}

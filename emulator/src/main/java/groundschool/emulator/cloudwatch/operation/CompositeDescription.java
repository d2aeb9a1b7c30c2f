package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import groundschool.emulator.cloudwatch.alarm.Suppression;
import groundschool.emulator.cloudwatch.alarm.Suppressor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A composite alarm as answers show it.
///
/// Source:
/// [CompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_CompositeAlarm.html)
public record CompositeDescription(
        boolean actionsEnabled,
        List<String> alarmActions,
        String alarmArn,
        Instant alarmConfigurationUpdatedTimestamp,
        Optional<String> alarmDescription,
        String alarmName,
        String alarmRule,
        List<String> insufficientDataActions,
        List<String> okActions,
        String stateReason,
        Optional<String> stateReasonData,
        Instant stateUpdatedTimestamp,
        String stateValue,
        Instant stateTransitionedTimestamp,
        Optional<String> actionsSuppressedBy,
        Optional<String> actionsSuppressedReason,
        Optional<String> actionsSuppressor,
        Optional<Integer> actionsSuppressorWaitPeriod,
        Optional<Integer> actionsSuppressorExtensionPeriod) {

    static CompositeDescription of(Alarm alarm, String rule, Call call) {
        var settings = alarm.settings();
        var state = alarm.state();
        return new CompositeDescription(
                settings.actionsEnabled(),
                settings.alarmActions(),
                Resources.alarm(alarm.name(), call),
                alarm.configuredAt(),
                settings.alarmDescription(),
                alarm.name(),
                rule,
                settings.insufficientDataActions(),
                settings.okActions(),
                state.reason(),
                state.data(),
                state.updatedAt(),
                state.value(),
                state.transitionedAt(),
                alarm.suppression().map(Suppression::by),
                alarm.suppression().map(Suppression::reason),
                settings.suppressor().map(Suppressor::alarm),
                settings.suppressor().map(Suppressor::waitSeconds),
                settings.suppressor().map(Suppressor::extensionSeconds));
    }
}

package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Metrics;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Puts an alarm into a state, with all that follows, until it is next evaluated.
///
/// Source:
/// [SetAlarmState](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html)
///
/// @param stateReasonData JSON
public record SetAlarmState(
        String alarmName, String stateValue, String stateReason, Optional<String> stateReasonData)
        implements CloudWatchOperation {

    @Override
    public List<Access> access(Metrics metrics, Call call) {
        return Resources.alarms("cloudwatch:SetAlarmState", List.of(alarmName), call);
    }

    @Override
    public Nothing run(Metrics metrics, Call call) {
        stateReasonData.ifPresent(SetAlarmState::checkJson);
        var alarm = metrics.alarms().named(alarmName, call.region());
        metrics.alarms().set(alarm, stateValue, stateReason, stateReasonData, call);
        return new Nothing();
    }

    private static void checkJson(String text) {
        try {
            JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            throw new AwsException(
                    400, "InvalidFormatFault", "StateReasonData must be valid JSON.");
        }
    }
}

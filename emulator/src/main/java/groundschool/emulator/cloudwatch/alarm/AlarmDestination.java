package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import java.util.List;
import java.util.Optional;

/// A kind of thing that alarms act on when their state changes. To add one: a class, and its line
/// in `ALL`.
public interface AlarmDestination {

    /// Every kind that there is: what an alarm would have done with others stands in its history.
    List<AlarmDestination> ALL = List.of(new FunctionAction());

    /// Whether an action's ARN is one of this kind.
    boolean takes(String arn);

    /// Acts, through the gate, outside of any transition.
    ///
    /// @throws AwsException if it is refused, which the alarm's history then says
    void send(String arn, Change change, Services services);

    /// A change of an alarm's state, or the end of a time in which it did not act on one.
    ///
    /// @param ended why it did not act before
    record Change(
            Alarm alarm,
            String alarmArn,
            Alarm.State before,
            String region,
            Optional<Suppression> ended) {}
}

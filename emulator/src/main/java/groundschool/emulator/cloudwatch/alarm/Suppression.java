package groundschool.emulator.cloudwatch.alarm;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/// That a composite alarm does not act now.
///
/// @param by `WaitPeriod`, `Alarm` or `ExtensionPeriod`
/// @param until absent while the suppressor is in `ALARM`
/// @param acted the state that the alarm last acted on: it acts in the end if it is in another then
public record Suppression(String by, Optional<Instant> until, String acted) {

    static final String WAIT = "WaitPeriod";
    static final String ALARM = "Alarm";
    static final String EXTENSION = "ExtensionPeriod";

    /// In AWS's words.
    @JsonIgnore
    public String reason() {
        return "Actions suppressed by " + by;
    }
}

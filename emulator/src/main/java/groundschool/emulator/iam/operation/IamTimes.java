package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// IAM tells times to the second.
final class IamTimes {

    private IamTimes() {}

    static Instant now(Call call) {
        return call.now().truncatedTo(ChronoUnit.SECONDS);
    }
}

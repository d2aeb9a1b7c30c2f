package groundschool.emulator.sts.operation;

import groundschool.emulator.iam.identity.Role;
import groundschool.emulator.sts.StsErrors;
import java.time.Duration;
import java.util.Optional;

/// How long a session of a role lasts.
///
/// Source: [Update the maximum session duration for a
/// role](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html)
final class SessionDuration {

    /// Where nothing is said.
    static final int USUAL_SECONDS = 3600;

    private SessionDuration() {}

    /// @throws groundschool.emulator.AwsException if the role does not let sessions last so long
    static Duration of(Optional<Integer> seconds, Role role) {
        var asked = seconds.orElse(USUAL_SECONDS);
        if (asked > role.maxSessionSeconds()) {
            throw StsErrors.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        return Duration.ofSeconds(asked);
    }
}

package groundschool.emulator.logs.operation;

import groundschool.emulator.logs.LogsErrors;
import java.util.Optional;

/// A log group that is named by its name, or else by its name or ARN.
final class GroupParameter {

    private GroupParameter() {}

    /// For IAM, which is asked before it is seen that a group is named twice, or not at all.
    static String named(Optional<String> name, Optional<String> identifier) {
        return identifier.or(() -> name).orElse("");
    }

    /// The one that is given.
    ///
    /// @throws groundschool.emulator.AwsException if both are, or none is
    static String one(Optional<String> name, Optional<String> identifier) {
        if (name.isPresent() && identifier.isPresent()) {
            throw LogsErrors.nameAndArn();
        }
        return name.or(() -> identifier).orElseThrow(LogsErrors::noGroup);
    }
}

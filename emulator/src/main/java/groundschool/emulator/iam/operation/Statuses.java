package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;

/// Whether a credential may be used.
final class Statuses {

    private Statuses() {}

    static String shown(boolean isActive) {
        return isActive ? "Active" : "Inactive";
    }

    /// Whether a status that somebody wants is `Active`.
    ///
    /// @throws groundschool.emulator.AwsException if it is one that only time brings
    static boolean isActive(String wanted) {
        if (wanted.equals("Expired")) {
            throw IamErrors.invalidInput("Status must be one of [Active, Inactive]");
        }
        return wanted.equals("Active");
    }
}

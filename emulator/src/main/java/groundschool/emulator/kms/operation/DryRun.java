package groundschool.emulator.kms.operation;

import groundschool.emulator.kms.KmsErrors;
import java.util.Optional;

/// A request that is only tried.
final class DryRun {

    private DryRun() {}

    /// To be asked when all else is well.
    ///
    /// @throws groundschool.emulator.AwsException if it is one
    static void check(Optional<Boolean> dryRun) {
        if (dryRun.orElse(false)) {
            throw KmsErrors.dryRun();
        }
    }
}

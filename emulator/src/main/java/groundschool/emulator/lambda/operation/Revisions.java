package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.LambdaErrors;
import java.util.Optional;

/// Changes that are made only if nobody has changed the thing meanwhile.
final class Revisions {

    private Revisions() {}

    /// @throws groundschool.emulator.AwsException if another revision is the latest
    static void check(Optional<String> expected, String latest) {
        if (expected.filter(id -> !id.equals(latest)).isPresent()) {
            throw LambdaErrors.otherRevision("GetFunction/GetAlias");
        }
    }
}

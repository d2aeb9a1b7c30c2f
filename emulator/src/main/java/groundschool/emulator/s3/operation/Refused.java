package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.S3Errors;
import java.util.Optional;

/// What AWS has and the emulator does not: refused by name, never passed over.
final class Refused {

    private Refused() {}

    /// @param what by name and value in turn
    static void all(Object... what) {
        for (int i = 0; i < what.length; i += 2) {
            if (what[i + 1] instanceof Optional<?> given && given.isPresent()) {
                throw S3Errors.notYet("the parameter " + what[i]);
            }
        }
    }
}

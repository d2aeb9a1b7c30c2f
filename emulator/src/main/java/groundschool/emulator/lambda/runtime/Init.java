package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.util.Optional;

/// How an environment's init ended.
sealed interface Init {

    /// @param took until the runtime asked for its first event
    record Done(Duration took) implements Init {}

    /// @param errorType absent if it took too long
    /// @param error as JSON, for the invocation
    record Failed(Duration took, Optional<String> errorType, byte[] error) implements Init {

        /// What the log calls it.
        String status() {
            return errorType.isPresent() ? "error" : "timeout";
        }
    }
}

package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What an invocation took, and the line that says so.
///
/// Source: [Lambda log
/// format](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html), and the
/// recorded logs
///
/// @param duration of the invocation alone
/// @param init of the environment's init, if it began for this invocation
/// @param status such as `timeout`; absent if all went well
/// @param errorType what the status is followed by
record Report(
        String requestId,
        Duration duration,
        Optional<Duration> init,
        int memorySize,
        int maxMemoryUsed,
        Optional<String> status,
        Optional<String> errorType) {

    /// What is paid for: whole milliseconds, the init's among them.
    ///
    /// Source: [Lambda standardizes billing for the INIT
    /// phase](https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/)
    Duration billed() {
        long nanos = duration.plus(init.orElse(Duration.ZERO)).toNanos();
        return Duration.ofMillis(Math.max(1, Math.ceilDiv(nanos, 1_000_000)));
    }

    String line() {
        var line = new StringBuilder();
        line.append("REPORT RequestId: ").append(requestId).append('\t');
        line.append("Duration: ").append(milliseconds(duration)).append(" ms\t");
        line.append("Billed Duration: ").append(billed().toMillis()).append(" ms\t");
        line.append("Memory Size: ").append(memorySize).append(" MB\t");
        line.append("Max Memory Used: ").append(maxMemoryUsed).append(" MB\t");
        init.ifPresent(
                took -> line.append("Init Duration: ").append(milliseconds(took)).append(" ms\t"));
        status.ifPresent(word -> line.append("Status: ").append(word));
        errorType.ifPresent(type -> line.append("\tError Type: ").append(type));
        return line.append('\n').toString();
    }

    /// What is logged of an init that failed.
    static String init(Duration took, String phase, String status, Optional<String> errorType) {
        return "INIT_REPORT Init Duration: %s ms\tPhase: %s\tStatus: %s%s\n"
                .formatted(
                        milliseconds(took),
                        phase,
                        status,
                        errorType.map(type -> "\tError Type: " + type).orElse(""));
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
    }
}

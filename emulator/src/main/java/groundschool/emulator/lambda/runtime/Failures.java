package groundschool.emulator.lambda.runtime;

import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What a caller is answered when Lambda, and not the runtime, says that a function failed.
final class Failures {

    private Failures() {}

    static byte[] timedOut(String requestId, Duration timeout) {
        return error(
                "Sandbox.Timedout",
                "RequestId: %s Error: Task timed out after %s seconds"
                        .formatted(requestId, seconds(timeout)));
    }

    static byte[] exited(String requestId, int status) {
        return error(
                "Runtime.ExitError", "RequestId: %s Error: %s".formatted(requestId, exit(status)));
    }

    /// @param message what came of the extension
    static byte[] extension(String requestId, String type, String message) {
        return error(type, "RequestId: %s Error: %s".formatted(requestId, message));
    }

    /// @param fault what is wrong with what the environment should start by
    static byte[] invalidEntrypoint(String requestId, String fault) {
        return error(
                "Runtime.InvalidEntrypoint", "RequestId: %s Error: %s".formatted(requestId, fault));
    }

    static byte[] tooLarge() {
        return "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size (%d bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}"
                .formatted(RuntimeApi.RESPONSE_BYTES)
                .getBytes(StandardCharsets.UTF_8);
    }

    static String exit(int status) {
        if (status == 0) {
            return "Runtime exited without providing a reason";
        }
        return "Runtime exited with error: "
                + (status > 128 ? "signal: " + signal(status - 128) : "exit status " + status);
    }

    /// What the log says of an invocation that took too long.
    static String timeoutLine(String requestId, Duration timeout) {
        return "%s %s Task timed out after %s seconds\n\n"
                .formatted(
                        Instant.ofEpochMilli(System.currentTimeMillis()),
                        requestId,
                        seconds(timeout));
    }

    private static String seconds(Duration timeout) {
        return String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
    }

    /// A text as JSON.
    static String quoted(String text) {
        return Json.mapper().writeValueAsString(text);
    }

    private static String signal(int number) {
        return switch (number) {
            case 1 -> "hangup";
            case 2 -> "interrupt";
            case 3 -> "quit";
            case 4 -> "illegal instruction";
            case 5 -> "trace/breakpoint trap";
            case 6 -> "aborted";
            case 7 -> "bus error";
            case 8 -> "floating point exception";
            case 9 -> "killed";
            case 11 -> "segmentation fault";
            case 13 -> "broken pipe";
            case 14 -> "alarm clock";
            case 15 -> "terminated";
            default -> "signal " + number;
        };
    }

    private static byte[] error(String type, String message) {
        return "{\"errorType\":%s,\"errorMessage\":%s}"
                .formatted(quoted(type), quoted(message))
                .getBytes(StandardCharsets.UTF_8);
    }
}

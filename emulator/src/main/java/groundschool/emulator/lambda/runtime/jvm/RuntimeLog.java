package groundschool.emulator.lambda.runtime.jvm;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What goes to the log: each line that is printed is an event, and each call of the context's
/// logger is one, however many lines it has.
final class RuntimeLog {

    private static final java.util.List<String> LEVELS =
            java.util.List.of("UNDEFINED", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

    /// Of the invocation under way; empty before the first.
    static volatile String requestId = "";

    private RuntimeLog() {}

    /// What a function logs by its context.
    ///
    /// @param level `UNDEFINED` if none was given, which is always logged
    static void message(String text, String level) {
        if (!variable("AWS_LAMBDA_LOG_FORMAT").equals("JSON")) {
            event(text);
            return;
        }
        int rank = LEVELS.indexOf(level);
        if (rank > 0 && rank < LEVELS.indexOf(variable("AWS_LAMBDA_LOG_LEVEL"))) {
            return;
        }
        event(
                "{\"timestamp\":"
                        + JsonWriter.quoted(java.time.Instant.now().toString())
                        + ",\"level\":"
                        + JsonWriter.quoted(level)
                        + ",\"message\":"
                        + JsonWriter.quoted(text)
                        + ",\"AWSRequestId\":"
                        + JsonWriter.quoted(requestId)
                        + "}");
    }

    /// Has what is printed leave line by line.
    static void begin() {
        System.setOut(stream(FileDescriptor.out));
        System.setErr(stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 8 * 1024),
                true,
                StandardCharsets.UTF_8);
    }

    /// Logs one event.
    static void event(String text) {
        var out = System.out;
        synchronized (out) {
            out.print(text.replace("\r\n", "\n").replace('\n', '\r') + "\n");
            out.flush();
        }
    }

    static void error(Failure failure) {
        message(failure.logged(), "ERROR");
    }

    /// Tells the log that all which belongs to the init or to this invocation has been written.
    static void markEnd() {
        System.err.flush();
        var out = System.out;
        synchronized (out) {
            out.print("\0\n");
            out.flush();
        }
    }

    /// A variable of the environment; empty if it is not set.
    static String variable(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }
}

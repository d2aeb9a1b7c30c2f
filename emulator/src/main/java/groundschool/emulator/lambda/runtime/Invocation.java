package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// One run of a function.
///
/// @param requestId a UUID, the same when the run is a retry
/// @param payload the event
/// @param invokedFunctionArn with the qualifier that was asked for, if one was
/// @param clientContext base64, as the caller sent it
/// @param traceId of X-Ray
/// @param deadline on the wall clock: when the function's timeout is over
/// @param log takes what the environment logs meanwhile, in order, from any thread
/// @param stream takes the answer as it comes, if the function streams it; absent if it is wanted
///   as a whole
public record Invocation(
        String requestId,
        byte[] payload,
        String invokedFunctionArn,
        Optional<String> clientContext,
        Optional<String> traceId,
        Instant deadline,
        Consumer<LogLine> log,
        Optional<AnswerSink> stream) {

    /// One whose answer is wanted as a whole.
    public Invocation(
            String requestId,
            byte[] payload,
            String invokedFunctionArn,
            Optional<String> clientContext,
            Optional<String> traceId,
            Instant deadline,
            Consumer<LogLine> log) {
        this(
                requestId,
                payload,
                invokedFunctionArn,
                clientContext,
                traceId,
                deadline,
                log,
                Optional.empty());
    }

    /// How it ended.
    ///
    /// @param payload what the function answered, or its error as JSON; empty if it was streamed
    /// @param functionError `Handled` or `Unhandled`; absent if it answered
    /// @param reportLine the log's `REPORT RequestId: …`
    /// @param logTail the last 4 KB of what it logged, from its START line to its REPORT line
    /// @param duration of the run alone
    /// @param billed including the time of the environment's init, if it began for this run
    /// @param played how much longer it is said to have taken than it took here
    public record Result(
            byte[] payload,
            Optional<String> functionError,
            String reportLine,
            String logTail,
            Duration duration,
            Duration billed,
            Duration played,
            boolean coldStart) {}
}

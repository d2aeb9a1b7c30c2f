package groundschool.emulator.lambda.function;

import java.time.Instant;
import java.util.Optional;

/// An asynchronous invocation that waits for its turn.
///
/// @param id the invocation's request id
/// @param invoked the function's ARN, as it was asked for
/// @param payload the name of its blob
/// @param queuedAt on the sandbox's clock
/// @param dueAt on the sandbox's clock
/// @param attempts how often it has been run
/// @param throttles how often it was turned away since
/// @param trace the tracing header that came with it
public record AsyncEvent(
        String id,
        String region,
        String invoked,
        String payload,
        Instant queuedAt,
        Instant dueAt,
        int attempts,
        int throttles,
        Optional<String> trace) {

    /// The same after it was run.
    public AsyncEvent failed(Instant next) {
        return new AsyncEvent(id, region, invoked, payload, queuedAt, next, attempts + 1, 0, trace);
    }

    /// The same after it was turned away.
    public AsyncEvent throttled(Instant next) {
        return new AsyncEvent(
                id, region, invoked, payload, queuedAt, next, attempts, throttles + 1, trace);
    }
}

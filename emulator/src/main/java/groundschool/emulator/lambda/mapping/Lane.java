package groundschool.emulator.lambda.mapping;

import java.time.Duration;
import java.util.Optional;

/// How far a mapping has come with its share of a stream's items. With a parallelization factor
/// there are several, each with the changes of some items, so that those of one item stay in order.
///
/// Source:
/// [ParallelizationFactor](https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html)
///
/// @param index from 0
/// @param next the number of the record that is read next
/// @param end the number of the last record of the batch under way; 0 if there is none
/// @param attempts how often the batch under way has failed
/// @param window the time window that is open
record Lane(int index, long next, long end, int attempts, Optional<Window> window) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    /// One that nothing was read for.
    static Lane from(long next, int index) {
        return new Lane(index, next, 0, 0, Optional.empty());
    }

    /// The same after a batch up to before `to` was done with.
    Lane at(long to) {
        return new Lane(index, to, 0, 0, window);
    }

    /// The same after a batch has failed.
    ///
    /// @param last the number of the last record of the next attempt
    Lane failed(long from, long last, int failures) {
        return new Lane(index, from, last, failures, window);
    }

    /// The same after the last call of a window has failed.
    Lane failedToClose(int failures) {
        return new Lane(index, next, end, failures, window);
    }

    /// The same with another window open, or none.
    Lane in(Optional<Window> other) {
        return new Lane(index, next, end, attempts, other);
    }

    /// How long the next attempt waits.
    Duration backoff() {
        var wait = Duration.ofSeconds(1L << Math.min(attempts, 6));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}

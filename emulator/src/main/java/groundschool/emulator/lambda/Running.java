package groundschool.emulator.lambda;

import groundschool.emulator.lambda.function.Function;
import java.util.HashMap;
import java.util.Map;

/// How many invocations run in a sandbox, and how many may.
///
/// Source: [Lambda function
/// scaling](https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html)
final class Running {

    /// In all functions of a Region.
    static final int ACCOUNT_LIMIT = 1000;

    /// What no reservation may take.
    static final int LEAST_UNRESERVED = 100;

    private final Map<String, Integer> byFunction = new HashMap<>();
    private final Map<String, Integer> unreservedByRegion = new HashMap<>();

    /// An invocation that runs, until it is closed.
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /// Lets one more run.
    ///
    /// @param reserved by all functions of the Region
    /// @throws groundschool.emulator.AwsException if too many do
    synchronized Slot enter(Function function, String region, int reserved) {
        var counters = function.reservedConcurrency().isPresent() ? byFunction : unreservedByRegion;
        var key =
                function.reservedConcurrency().isPresent()
                        ? region + "/" + function.name()
                        : region;
        int limit = function.reservedConcurrency().orElse(ACCOUNT_LIMIT - reserved);
        if (counters.getOrDefault(key, 0) >= limit) {
            throw LambdaErrors.tooManyRequests(
                    function.reservedConcurrency().isPresent()
                            ? "ReservedFunctionConcurrentInvocationLimitExceeded"
                            : "ConcurrentInvocationLimitExceeded");
        }
        counters.merge(key, 1, Integer::sum);
        return () -> leave(counters, key);
    }

    private synchronized void leave(Map<String, Integer> counters, String key) {
        counters.computeIfPresent(key, (_, running) -> running > 1 ? running - 1 : null);
    }
}

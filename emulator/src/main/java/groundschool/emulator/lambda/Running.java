package groundschool.emulator.lambda;

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
    private final Map<String, Integer> all = new HashMap<>();
    private final Map<String, Integer> provisioned = new HashMap<>();
    private final Map<String, Integer> unreservedByRegion = new HashMap<>();

    /// An invocation that runs, until it is closed.
    interface Slot extends AutoCloseable {

        /// How many of the function ran when it began, itself among them.
        int own();

        /// How many of the Region's functions did.
        int all();

        /// Whether it takes one of the environments that are kept ready.
        boolean isProvisioned();

        @Override
        void close();
    }

    private record Entered(int own, int all, boolean isProvisioned, Runnable leaving)
            implements Slot {
        @Override
        public void close() {
            leaving.run();
        }
    }

    /// Lets one more run: in an environment that is provisioned, if there is one for it, or else as
    /// one of those that the function has reserved, or that all share.
    ///
    /// @throws groundschool.emulator.AwsException if too many do
    synchronized Slot enter(Target target) {
        var function = target.function();
        var region = target.invoked().region();
        if (target.provisioned() > 0) {
            var key = target.invoked().arn();
            if (provisioned.getOrDefault(key, 0) < target.provisioned()) {
                return entered(provisioned, key, target, true);
            }
        }
        if (function.reservedConcurrency().isPresent()) {
            int limit = function.reservedConcurrency().get() - target.provisionedInAll();
            return entered(
                    byFunction,
                    region + "/" + function.name(),
                    target,
                    limit,
                    "ReservedFunctionConcurrentInvocationLimitExceeded");
        }
        return entered(
                unreservedByRegion,
                region,
                target,
                ACCOUNT_LIMIT - target.reserved(),
                "ConcurrentInvocationLimitExceeded");
    }

    private Slot entered(
            Map<String, Integer> counters, String key, Target target, int limit, String reason) {
        if (counters.getOrDefault(key, 0) >= limit) {
            throw LambdaErrors.tooManyRequests(reason);
        }
        return entered(counters, key, target, false);
    }

    private Slot entered(
            Map<String, Integer> counters, String key, Target target, boolean isProvisioned) {
        var region = target.region();
        var function = region + "/" + target.function().name();
        int inRegion = all.merge(region, 1, Integer::sum);
        int ofFunction = all.merge(function, 1, Integer::sum);
        counters.merge(key, 1, Integer::sum);
        return new Entered(
                ofFunction,
                inRegion,
                isProvisioned,
                () -> {
                    leave(counters, key);
                    leave(all, region);
                    leave(all, function);
                });
    }

    private synchronized void leave(Map<String, Integer> counters, String key) {
        counters.computeIfPresent(key, (_, running) -> running > 1 ? running - 1 : null);
    }
}

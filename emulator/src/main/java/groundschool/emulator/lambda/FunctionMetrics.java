package groundschool.emulator.lambda;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Lambda tells CloudWatch of functions.
///
/// Source: [Types of metrics for Lambda
/// functions](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html)
public final class FunctionMetrics {

    private static final String NAMESPACE = "AWS/Lambda";
    private static final String COUNT = "Count";
    private static final String MILLISECONDS = "Milliseconds";

    private final Sandbox sandbox;

    public FunctionMetrics(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// A run that has ended.
    ///
    /// @param atOnce how many ran when it began
    void ran(Target target, Invocation.Result result, Running.Slot slot) {
        each(target, "Invocations", COUNT, 1);
        each(target, "Errors", COUNT, result.functionError().isPresent() ? 1 : 0);
        each(target, "Duration", MILLISECONDS, result.duration().toNanos() / 1e6);
        each(target, "Throttles", COUNT, 0);
        add(target.region(), "ConcurrentExecutions", List.of(), COUNT, slot.all());
        add(target.region(), "ConcurrentExecutions", function(target), COUNT, slot.own());
        if (target.function().reservedConcurrency().isEmpty()) {
            add(target.region(), "UnreservedConcurrentExecutions", List.of(), COUNT, slot.all());
        }
        if (target.provisioned() > 0) {
            each(
                    target,
                    slot.isProvisioned()
                            ? "ProvisionedConcurrencyInvocations"
                            : "ProvisionedConcurrencySpilloverInvocations",
                    COUNT,
                    1);
            if (slot.isProvisioned()) {
                each(target, "ProvisionedConcurrentExecutions", COUNT, slot.own());
                each(
                        target,
                        "ProvisionedConcurrencyUtilization",
                        COUNT,
                        Math.min(1, (double) slot.own() / target.provisioned()));
            }
        }
    }

    /// An invocation that was turned away.
    void throttled(Target target) {
        each(target, "Throttles", COUNT, 1);
    }

    /// Something that happened to asynchronous invocations, such as `AsyncEventsReceived`.
    public void counted(FunctionReference function, String metric) {
        add(function.region(), metric, function(function), COUNT, 1);
    }

    /// Events of an event source mapping.
    public void countedOfMapping(String region, String uuid, String metric, int count) {
        add(region, metric, List.of(new Dimension("EventSourceMappingUUID", uuid)), COUNT, count);
    }

    /// How old an asynchronous event was when it was run.
    void aged(FunctionReference function, Instant queuedAt) {
        add(function.region(), "AsyncEventAge", function(function), MILLISECONDS, age(queuedAt));
    }

    /// How old the last record of a batch was when the function got it.
    public void iterated(Target target, Instant last) {
        add(target.region(), "IteratorAge", function(target), MILLISECONDS, age(last));
    }

    private double age(Instant since) {
        return Math.max(0, Duration.between(since, sandbox.clock().now()).toMillis());
    }

    /// A call of a function's URL.
    public void called(FunctionReference function, int status, Duration took) {
        var dimensions = List.of(function(function).getFirst(), resource(function));
        add(function.region(), "UrlRequestCount", dimensions, COUNT, 1);
        add(function.region(), "UrlRequestLatency", dimensions, MILLISECONDS, took.toNanos() / 1e6);
        add(function.region(), "Url4xxCount", dimensions, COUNT, status / 100 == 4 ? 1 : 0);
        add(function.region(), "Url5xxCount", dimensions, COUNT, status / 100 == 5 ? 1 : 0);
    }

    /// For the account, for the function, for what was invoked, and of an alias for the version
    /// that ran.
    private void each(Target target, String metric, String unit, double value) {
        var sets = new ArrayList<List<Dimension>>();
        sets.add(List.of());
        sets.add(function(target));
        var resource = List.of(function(target).getFirst(), resource(target.invoked()));
        sets.add(resource);
        var isAlias =
                Optional.of(target.invoked().qualifier().orElse("$LATEST"))
                        .filter(named -> !named.equals(target.version().version()));
        if (isAlias.isPresent()) {
            var executed = new ArrayList<>(resource);
            executed.add(new Dimension("ExecutedVersion", target.version().version()));
            sets.add(executed);
        }
        sets.forEach(dimensions -> add(target.region(), metric, dimensions, unit, value));
    }

    private static List<Dimension> function(Target target) {
        return function(target.invoked());
    }

    private static List<Dimension> function(FunctionReference function) {
        return List.of(new Dimension("FunctionName", function.name()));
    }

    private static Dimension resource(FunctionReference function) {
        return new Dimension(
                "Resource",
                function.name() + function.qualifier().map(each -> ":" + each).orElse(""));
    }

    private void add(
            String region, String metric, List<Dimension> dimensions, String unit, double value) {
        sandbox.state(CloudWatch.SERVICE)
                .feed()
                .of(sandbox.services())
                .add(region, NAMESPACE, metric, dimensions, unit, value);
    }
}

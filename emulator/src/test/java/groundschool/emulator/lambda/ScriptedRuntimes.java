package groundschool.emulator.lambda;

import groundschool.emulator.lambda.runtime.EnvironmentSpec;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.lambda.runtime.LogLine;
import groundschool.emulator.lambda.runtime.Runtimes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Runs functions that are Java lambdas of the test, by the name of their handler.
final class ScriptedRuntimes implements Runtimes {

    /// What was run, in order.
    record Run(EnvironmentSpec spec, Invocation invocation) {
        String event() {
            return new String(invocation.payload(), StandardCharsets.UTF_8);
        }
    }

    final List<Run> runs = new CopyOnWriteArrayList<>();
    final List<String> retired = new CopyOnWriteArrayList<>();
    volatile BiFunction<EnvironmentSpec, Invocation, Object> body =
            (_, invocation) -> new String(invocation.payload(), StandardCharsets.UTF_8);

    /// An answer of a function that failed.
    record Failure(String json) {}

    @Override
    public Invocation.Result invoke(EnvironmentSpec spec, Invocation invocation) {
        runs.add(new Run(spec, invocation));
        return switch (body.apply(spec, invocation)) {
            case Failure(var json) -> result(json, Optional.of("Unhandled"), invocation);
            case Object answer -> result(answer.toString(), Optional.empty(), invocation);
        };
    }

    private static Invocation.Result result(
            String json, Optional<String> error, Invocation invocation) {
        return new Invocation.Result(
                json.getBytes(StandardCharsets.UTF_8),
                error,
                "REPORT RequestId: " + invocation.requestId(),
                "START RequestId: " + invocation.requestId(),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ZERO,
                false);
    }

    /// What is kept ready, by key.
    final Map<String, Integer> provisioned = new ConcurrentHashMap<>();

    volatile boolean isInitFailing;

    @Override
    public boolean provision(EnvironmentSpec spec, int count, Consumer<LogLine> log) {
        if (isInitFailing) {
            return false;
        }
        provisioned.put(spec.key(), count);
        return true;
    }

    @Override
    public void unprovision(String key) {
        provisioned.remove(key);
    }

    @Override
    public void retire(String sandbox, String functionArn) {
        retired.add(functionArn);
    }

    @Override
    public void retire(String sandbox) {
        retired.add(sandbox);
    }

    @Override
    public String standIn(String runtime) {
        return "a script";
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}

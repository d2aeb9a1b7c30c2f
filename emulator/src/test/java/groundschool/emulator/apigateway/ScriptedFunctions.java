package groundschool.emulator.apigateway;

import groundschool.emulator.lambda.runtime.EnvironmentSpec;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.lambda.runtime.LogLine;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Runs functions that are Java lambdas of the test, by the names of the functions.
public final class ScriptedFunctions implements Runtimes {

    /// What a function was given.
    public record Run(String function, JsonNode event) {}

    /// An answer of a function that failed.
    public record Failure(String json) {}

    public final List<Run> runs = new CopyOnWriteArrayList<>();
    private final Map<String, Function<JsonNode, Object>> bodies = new ConcurrentHashMap<>();

    /// What a function of that name does: gives JSON, or fails.
    public void script(String name, Function<JsonNode, Object> body) {
        bodies.put(name, body);
    }

    public List<JsonNode> events(String name) {
        return runs.stream().filter(run -> run.function().equals(name)).map(Run::event).toList();
    }

    @Override
    public Invocation.Result invoke(EnvironmentSpec spec, Invocation invocation) {
        var name = spec.functionName();
        var event = Json.mapper().readTree(invocation.payload());
        runs.add(new Run(name, event));
        var body = bodies.getOrDefault(name, given -> given);
        return switch (body.apply(event)) {
            case Failure(var json) -> result(json, Optional.of("Unhandled"));
            case Object answer -> result(answer.toString(), Optional.empty());
        };
    }

    private static Invocation.Result result(String json, Optional<String> error) {
        return new Invocation.Result(
                json.getBytes(StandardCharsets.UTF_8),
                error,
                "REPORT",
                "START",
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ZERO,
                false);
    }

    @Override
    public boolean provision(EnvironmentSpec spec, int count, Consumer<LogLine> log) {
        return true;
    }

    @Override
    public void unprovision(String key) {
        // There is nothing to let go of.
    }

    @Override
    public void retire(String sandbox, String functionArn) {
        // There are no environments.
    }

    @Override
    public void retire(String sandbox) {
        // There are no environments.
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

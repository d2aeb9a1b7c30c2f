package groundschool.emulator.cognito;

import groundschool.emulator.lambda.runtime.EnvironmentSpec;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.lambda.runtime.LogLine;
import groundschool.emulator.lambda.runtime.Runtimes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs functions that are Java lambdas of the test.
public final class TriggerRuntimes implements Runtimes {

    /// The events that came, in order.
    public final List<JsonNode> events = new CopyOnWriteArrayList<>();

    /// What functions answer to an event: JSON.
    public volatile Function<JsonNode, String> body = JsonNode::toString;

    /// Thrown by a function that fails.
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Failure(String message) {
            super(message);
        }
    }

    @Override
    public Invocation.Result invoke(EnvironmentSpec spec, Invocation invocation) {
        var event = JsonMapper.shared().readTree(invocation.payload());
        events.add(event);
        try {
            return result(body.apply(event), Optional.empty(), invocation);
        } catch (Failure failure) {
            return result(
                    "{\"errorMessage\":\"%s\",\"errorType\":\"Error\"}"
                            .formatted(failure.getMessage()),
                    Optional.of("Unhandled"),
                    invocation);
        }
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
        // Nothing runs on.
    }

    @Override
    public void retire(String sandbox) {
        // Nothing runs on.
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

package groundschool.emulator.logs;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account whose logs and metrics a test looks at, on a clock that stands still.
public final class LogAccount implements AutoCloseable {

    public static final String ID = "111122223333";
    public static final String REGION = "eu-west-1";

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final Sandbox sandbox;
    private final Caller caller;
    private final AccessKey key;

    public LogAccount() {
        key = emulator.sandboxes().create(ID);
        sandbox = emulator.sandboxes().open(key.sandbox());
        sandbox.clock().freeze();
        caller = new Caller(sandbox, key.principal(), REGION);
    }

    public Emulator emulator() {
        return emulator;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /// By which clients call it.
    public AccessKey key() {
        return key;
    }

    public Caller caller() {
        return caller;
    }

    /// In milliseconds.
    public long now() {
        return sandbox.clock().now().toEpochMilli();
    }

    public void advance(Duration time) {
        sandbox.clock().advance(time);
    }

    /// Calls an operation of Logs.
    ///
    /// @param input JSON, in which an apostrophe stands for a quotation mark
    public JsonNode logs(String operation, String input) {
        return call("logs", operation, input);
    }

    /// Calls an operation.
    public JsonNode call(String service, String operation, String input) {
        return emulator.perform(
                caller, service, operation, JsonMapper.shared().readTree(input.replace('\'', '"')));
    }

    /// What the service says to a call that it refuses.
    public String refusal(String service, String operation, String input) {
        var refusal =
                catchThrowableOfType(AwsException.class, () -> call(service, operation, input));
        return refusal.code() + ": " + refusal.message();
    }

    /// Makes a group with a stream `web`.
    public void group(String name) {
        logs("CreateLogGroup", "{'logGroupName': '%s'}".formatted(name));
        stream(name, "web");
    }

    public void stream(String group, String name) {
        logs(
                "CreateLogStream",
                "{'logGroupName': '%s', 'logStreamName': '%s'}".formatted(group, name));
    }

    /// Writes messages of now.
    public JsonNode put(String group, String stream, String... messages) {
        return putAt(group, stream, now(), messages);
    }

    /// Writes messages of that time.
    public JsonNode putAt(String group, String stream, long time, String... messages) {
        var input = JsonMapper.shared().createObjectNode();
        input.put("logGroupName", group).put("logStreamName", stream);
        var events = input.putArray("logEvents");
        for (var message : messages) {
            events.addObject().put("timestamp", time).put("message", message);
        }
        return emulator.perform(caller, "logs", "PutLogEvents", input);
    }

    public static List<String> messages(JsonNode answer) {
        return answer.path("events")
                .valueStream()
                .map(event -> event.path("message").asString())
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        emulator.close();
    }
}

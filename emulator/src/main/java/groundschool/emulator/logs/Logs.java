package groundschool.emulator.logs;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.logs.operation.LogsOperation;
import groundschool.emulator.logs.tail.LiveTails;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.util.Optional;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.module.SimpleModule;

/// Amazon CloudWatch Logs.
public final class Logs implements Service<LogGroups> {

    private static final int MAX_NAME_LENGTH = 512;

    private final LiveTails tails;

    /// @param tails the sessions of Live Tail that are open at its emulator
    public Logs(LiveTails tails) {
        this.tails = tails;
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public Address address() {
        return new Address.Target("Logs_20140328");
    }

    @Override
    public Class<? extends Request<LogGroups>> operations() {
        return LogsOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("logs");
    }

    @Override
    public long bodyLimitBytes(String operation) {
        // 1 MB of messages, with what JSON escapes in them.
        return 8 * 1024 * 1024;
    }

    @Override
    public void check(String operation, JsonNode input) {
        if (isTooLong(input.path("logGroupName")) || isTooLong(input.path("logStreamName"))) {
            throw LogsErrors.nameTooLong();
        }
    }

    /// The policies by which services of AWS may write speak for all groups of a Region.
    @Override
    public Optional<String> policyOf(LogGroups groups, String resource) {
        var parts = resource.split(":", 6);
        return parts.length < 6 ? Optional.empty() : groups.policies(parts[3]).document();
    }

    private static boolean isTooLong(JsonNode name) {
        return name.asString("").length() > MAX_NAME_LENGTH;
    }

    @Override
    public LogGroups open(Storage storage) {
        return new LogGroups(storage, tails.of(""));
    }

    @Override
    public LogGroups open(Sandbox sandbox) {
        return new LogGroups(sandbox.storage(), tails.of(sandbox.place()));
    }
}

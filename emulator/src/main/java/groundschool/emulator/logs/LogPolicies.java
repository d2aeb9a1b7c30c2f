package groundschool.emulator.logs;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The policies by which an account lets services of AWS write to its log groups.
public final class LogPolicies {

    private static final int MOST = 10;

    private final StoredMap<LogPolicy> policies;

    LogPolicies(String region, Storage storage) {
        this.policies =
                storage.map("logs/" + region + "/policies", new JsonFormat<>(LogPolicy.class));
    }

    /// @param lastUpdatedTime in milliseconds
    /// @param policyScope `ACCOUNT`
    public record LogPolicy(
            String policyName, String policyDocument, long lastUpdatedTime, String policyScope) {}

    /// By name.
    public List<LogPolicy> all() {
        return policies.ascending().map(Map.Entry::getValue).toList();
    }

    /// What all of them say, as one policy; absent if there is none.
    Optional<String> document() {
        var policies = all();
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        var whole = JsonMapper.shared().createObjectNode().put("Version", "2012-10-17");
        var statements = whole.putArray("Statement");
        for (var policy : policies) {
            var own = JsonMapper.shared().readTree(policy.policyDocument()).path("Statement");
            for (var statement : own.isArray() ? own : List.of(own)) {
                statements.add(named(statement, policy.policyName()));
            }
        }
        return Optional.of(whole.toString());
    }

    /// Ids of statements need differ within a policy only.
    private static JsonNode named(JsonNode statement, String policy) {
        if (!(statement instanceof ObjectNode object) || !object.has("Sid")) {
            return statement;
        }
        return object.put("Sid", policy + "/" + object.path("Sid").asString(""));
    }

    /// Adds or replaces a policy.
    ///
    /// @throws groundschool.emulator.AwsException if there are too many
    public void put(LogPolicy policy) {
        var key = Key.of(policy.policyName());
        if (policies.get(key).isEmpty() && policies.size() >= MOST) {
            throw LogsErrors.limitExceeded();
        }
        policies.put(key, policy);
    }

    /// @throws groundschool.emulator.AwsException if there is none of that name
    public void delete(String name) {
        if (policies.get(Key.of(name)).isEmpty()) {
            throw LogsErrors.noPolicy(name);
        }
        policies.remove(Key.of(name));
    }
}

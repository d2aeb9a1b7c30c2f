package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The policies that are attached to tables and streams, by the ARN of each.
///
/// Source: [Using resource-based
/// policies](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html)
public final class ResourcePolicies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StoredMap<Policy> policies;

    ResourcePolicies(Storage storage) {
        this.policies = storage.map("dynamodb/policies", new JsonFormat<>(Policy.class));
    }

    /// @param document as it was put
    /// @param revisionId milliseconds since 1970: when it was put
    public record Policy(String document, String revisionId) {}

    /// What is attached there.
    public Optional<Policy> of(String arn) {
        return policies.get(Key.of(arn));
    }

    /// Attaches a policy, in the place of another if there is one. One that says the same stays as
    /// it is.
    public Policy put(String arn, String document, Instant now) {
        var current = of(arn);
        if (current.isPresent() && saysTheSame(current.get().document, document)) {
            return current.get();
        }
        long last = current.map(policy -> Long.parseLong(policy.revisionId)).orElse(0L);
        var policy = new Policy(document, Long.toString(Math.max(now.toEpochMilli(), last + 1)));
        policies.put(Key.of(arn), policy);
        return policy;
    }

    public void remove(String arn) {
        policies.remove(Key.of(arn));
    }

    /// Removes what is attached to a table and to what belongs to it.
    void removeAll(String tableArn) {
        var all =
                policies.ascending(
                                Optional.of(Key.of(tableArn)), Optional.of(Key.of(tableArn + "0")))
                        .map(entry -> entry.getKey())
                        .filter(key ->
                                key.text().equals(tableArn)
                                        || key.text().startsWith(tableArn + "/"))
                        .toList();
        all.forEach(policies::remove);
    }

    /// Neither spaces nor the order of members matter, nor whether a single value is in a list.
    private static boolean saysTheSame(String one, String other) {
        return canonical(JSON.readTree(one)).equals(canonical(JSON.readTree(other)));
    }

    private static JsonNode canonical(JsonNode json) {
        if (json.isArray() && json.size() == 1) {
            return canonical(json.get(0));
        }
        if (json.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            json.forEach(element -> array.add(canonical(element)));
            return array;
        }
        if (json.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            json.properties()
                    .forEach(member -> object.set(member.getKey(), canonical(member.getValue())));
            return object;
        }
        return json;
    }
}

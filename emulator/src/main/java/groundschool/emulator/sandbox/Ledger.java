package groundschool.emulator.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What happened in a sandbox: each call, in the shape of CloudTrail's events, with what it took.
public interface Ledger {

    /// Notes a call and tells all who follow.
    void add(Entry entry);

    /// What is kept, oldest first.
    List<Entry> entries();

    /// Tells `listener` of each call from now on, until the subscription is closed. The listener
    /// must return at once.
    Subscription follow(Consumer<Entry> listener);

    /// Ends with `close`.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// One call.
    ///
    /// @param number counts the calls of a sandbox from 1
    /// @param at on the sandbox's clock
    /// @param principal the caller's ARN
    /// @param service such as `dynamodb`
    /// @param operation such as `PutItem`
    /// @param resources the ARNs that were touched
    /// @param input as the client sent it; cut at 4 kB
    /// @param output cut at 4 kB; absent if the call was refused
    /// @param error absent if the call succeeded
    /// @param decision why IAM allowed or denied it, in a sentence
    /// @param usage amounts by unit and resource
    /// @param took on the wall clock
    record Entry(
            long number,
            Instant at,
            String principal,
            String region,
            String service,
            String operation,
            List<String> resources,
            JsonNode input,
            Optional<JsonNode> output,
            Optional<Failure> error,
            String decision,
            Map<String, Double> usage,
            String requestId,
            Duration took) {

        public Entry {
            resources = List.copyOf(resources);
            usage = Map.copyOf(usage);
        }
    }

    /// A refusal.
    record Failure(String code, String message) {}
}

package groundschool.emulator;

import groundschool.emulator.cloudwatch.MetricFeed;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;

/// An AWS service that the emulator has.
///
/// @param <S> its state in one sandbox
public interface Service<S> {

    /// How long a request's body may be where nothing else is said.
    long USUAL_BODY_BYTES = 1024 * 1024;

    /// The service's own name, such as `dynamodb`; also the folder of its API model.
    String name();

    /// The name that requests are signed for. Services may share it.
    default String signingName() {
        return name();
    }

    /// Where a service is that is the same in all Regions: its calls are made there, whatever
    /// Region they were signed for; absent if it is in each Region.
    default Optional<String> home() {
        return Optional.empty();
    }

    /// How requests say that they are for it.
    Address address();

    /// The version by which forms name it, if it takes those besides; absent otherwise.
    default Optional<String> queryVersion() {
        return Optional.empty();
    }

    /// Whether it takes CBOR besides.
    default boolean takesCbor() {
        return false;
    }

    /// The sealed interface whose `permits` clause lists the operations.
    Class<? extends Request<S>> operations();

    /// How the service's own types are read and written as JSON.
    JacksonModule json();

    /// The shapes of the API model whose constraints the service checks itself while it reads them,
    /// so that they are not walked twice. The JSON types in them are checked with all others.
    default Set<String> checksItself() {
        return Set.of();
    }

    /// What the service asks of an input as a whole, before the types of its own are read.
    ///
    /// @param input fits the API model
    /// @throws AwsException if the input does not fit
    default void check(String operation, JsonNode input) {}

    /// Turns away whom the service does not talk to, whatever policies say.
    ///
    /// @throws AwsException if the caller is such a one
    default void admit(Caller caller) {}

    /// Whether it publishes metrics of itself.
    default boolean isMeasured() {
        return false;
    }

    /// Counts a call for the metrics that the service publishes of itself. It runs after every
    /// call, so that it must take no time.
    default void measure(Measured call, MetricFeed feed) {}

    /// A call that was made.
    ///
    /// @param at on the sandbox's clock
    /// @param resources the ARNs that were touched
    /// @param usage amounts by unit and resource
    /// @param error the code of the refusal; absent if there was none
    /// @param took on the wall clock
    record Measured(
            String region,
            Instant at,
            String operation,
            List<String> resources,
            Map<String, Double> usage,
            Optional<String> error,
            Duration took) {}

    /// What messages call an operation, where that is not its name.
    default String called(String operation) {
        return operation;
    }

    /// How long a request's body may be.
    default long bodyLimitBytes(String operation) {
        return USUAL_BODY_BYTES;
    }

    /// The document of the policy that is attached to a resource; absent if there is none, or the
    /// service's resources have none.
    ///
    /// @param resource its ARN
    default Optional<String> policyOf(S store, String resource) {
        return Optional.empty();
    }

    /// The state of one sandbox, kept in its storage.
    S open(Storage storage);

    /// The same, for a service that has more to do with the sandbox, such as work that is due.
    default S open(Sandbox sandbox) {
        return open(sandbox.storage());
    }

    /// Whether it has work to do in a sandbox that nobody calls it in: then its state is opened
    /// with the first of the others.
    default boolean actsByItself() {
        return false;
    }

    /// Schedules what a state that has just been opened says is due later: after a start, a rewind,
    /// or a sleep, the sandbox's clock knows of none.
    ///
    /// Runs in the transition that opened the state.
    default void wake(S store, Services services) {}
}

package groundschool.emulator;

import groundschool.emulator.sandbox.Storage;
import java.util.Set;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;

/// An AWS service that the emulator has.
///
/// @param <S> its state in one sandbox
public interface Service<S> {

    /// The service's own name, such as `dynamodb`; also the folder of its API model.
    String name();

    /// The name that requests are signed for. Services may share it.
    default String signingName() {
        return name();
    }

    /// What stands before the dot in `X-Amz-Target`, such as `DynamoDB_20120810`; empty where
    /// requests name their operation in another way.
    ///
    /// The API model says it too; here it stands so that a request finds its service without any
    /// model having been read. A test holds the two together.
    String targetPrefix();

    /// The sealed interface whose `permits` clause lists the operations.
    Class<? extends Operation<S>> operations();

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

    /// How long a request's body may be.
    default long bodyLimitBytes(String operation) {
        return 1024 * 1024;
    }

    /// The state of one sandbox, kept in its storage.
    S open(Storage storage);
}

package groundschool.emulator;

import groundschool.emulator.sandbox.Storage;
import tools.jackson.databind.JacksonModule;

/// An AWS service that the emulator has.
///
/// @param <S> its state in one sandbox
public interface Service<S> {

    /// The name that requests are signed for, such as `dynamodb`; also the folder of its API model.
    String name();

    /// The sealed interface whose `permits` clause lists the operations.
    Class<? extends Operation<S>> operations();

    /// How the service's own types are read and written as JSON.
    JacksonModule json();

    /// The state of one sandbox, kept in its storage.
    S open(Storage storage);
}

package groundschool.emulator;

import groundschool.emulator.sandbox.Sandbox;
import java.util.function.Function;

/// What an interaction reaches the state of its sandbox by.
///
/// @param <S> the service's state
public record Turn<S>(Sandbox sandbox, Service<S> service, Caller caller) {

    /// Reads or changes the state, in one transition, as it is now.
    public <R> R transition(Function<S, R> body) {
        return sandbox.storage().transition(() -> body.apply(sandbox.state(service)));
    }
}

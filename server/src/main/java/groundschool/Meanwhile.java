package groundschool;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that is made on a thread of its own while the starting thread makes other things.
///
/// @param <T> what is made
final class Meanwhile<T> {

    private final FutureTask<T> task;

    private Meanwhile(FutureTask<T> task) {
        this.task = task;
    }

    /// Begins at once.
    static <T> Meanwhile<T> make(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return new Meanwhile<>(task);
    }

    /// Waits until it is made.
    ///
    /// @throws IOException what the work threw; what it threw unchecked is thrown as it was
    T get() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case IOException io -> throw io;
                case null, default -> throw new IllegalStateException(failure);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", stopped);
        }
    }
}

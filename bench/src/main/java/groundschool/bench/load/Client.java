package groundschool.bench.load;

import java.io.IOException;

/// Sends one request after the other and waits for each answer.
public interface Client extends AutoCloseable {

    /// Sends a request, and returns once the whole answer is there and as it should be.
    ///
    /// @param number different for each request of one trial, from 0
    void send(long number) throws IOException;

    @Override
    default void close() throws IOException {}

    /// Makes clients, which work side by side.
    interface Source {
        Client open() throws IOException;
    }
}

package groundschool.bench.load;

import java.io.IOException;
import java.util.List;

/// Clients that send requests which were written before, each over a connection of its own.
///
/// @param requests sent in turn, and over again
/// @param status what every answer must have
public record HttpClients(int port, List<byte[]> requests, int status) implements Client.Source {

    @Override
    public Client open() throws IOException {
        var connection = new Connection(port);
        return new Client() {
            @Override
            public void send(long number) throws IOException {
                connection.exchange(requests.get((int) (number % requests.size())), status);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}

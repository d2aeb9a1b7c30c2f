package groundschool.bench.measurement;

import groundschool.bench.load.Client;
import groundschool.bench.load.Connection;
import groundschool.bench.load.Load;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Clients of an API that go on when they are told that they are too many, and count how often they
/// were not.
record ApiClients(int port, byte[] request) {

    ApiClients(int port, URI uri) {
        this(
                port,
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuth: token\r\n\r\n"
                        .formatted(uri.getRawPath(), port)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// What came of a load.
    ///
    /// @param let requests that were let through
    record Outcome(long let, Duration time) {

        double perSecond() {
            return let * 1e9 / time.toNanos();
        }
    }

    /// Asks for a while, each client again as soon as it has an answer.
    Outcome load(int clients, Duration time) throws IOException, InterruptedException {
        var let = new AtomicLong();
        long began = System.nanoTime();
        Load.closed(() -> client(let), clients, time);
        return new Outcome(let.get(), Duration.ofNanos(System.nanoTime() - began));
    }

    /// Asks so many times, each client again as soon as it has an answer.
    Outcome each(int clients, int requests) throws IOException, InterruptedException {
        var let = new AtomicLong();
        long began = System.nanoTime();
        Load.each(() -> client(let), clients, requests);
        return new Outcome(let.get(), Duration.ofNanos(System.nanoTime() - began));
    }

    private Client client(AtomicLong let) throws IOException {
        var connection = new Connection(port);
        return new Client() {
            @Override
            public void send(long number) throws IOException {
                var answer = connection.exchange(request);
                if (answer.status() == 200) {
                    let.incrementAndGet();
                } else if (answer.status() != 429) {
                    throw new IOException(answer.status() + " " + answer.text());
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}

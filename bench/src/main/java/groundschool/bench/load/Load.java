package groundschool.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// Puts a server under load, from clients that each have a virtual thread.
public final class Load {

    private Load() {}

    /// Each client sends its next request as soon as it has the last answer: how much is possible.
    public static Latencies closed(Client.Source source, int clients, Duration time)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        var next = new AtomicLong();
        return run(
                source,
                clients,
                client -> {
                    var taken = LongStream.builder();
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        client.send(next.getAndIncrement());
                        taken.add(System.nanoTime() - now);
                    }
                    return taken.build();
                });
    }

    /// Each client sends its next request as soon as it has the last answer, until all are sent.
    public static Latencies each(Client.Source source, int clients, int requests)
            throws IOException, InterruptedException {
        var next = new AtomicLong();
        return run(
                source,
                clients,
                client -> {
                    var taken = LongStream.builder();
                    for (long number = next.getAndIncrement();
                            number < requests;
                            number = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        client.send(number);
                        taken.add(System.nanoTime() - start);
                    }
                    return taken.build();
                });
    }

    /// Requests fall due at a steady rate, whether or not the answers keep up. What one takes
    /// counts from when it fell due, so that a pause of the server counts for all that it delays.
    public static Latencies open(Client.Source source, int clients, int perSecond, Duration time)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        long total = perSecond * time.toSeconds();
        var next = new AtomicLong();
        return run(
                source,
                clients,
                client -> {
                    var taken = LongStream.builder();
                    for (long number = next.getAndIncrement();
                            number < total;
                            number = next.getAndIncrement()) {
                        long due = start + number * 1_000_000_000L / perSecond;
                        waitUntil(due);
                        client.send(number);
                        taken.add(System.nanoTime() - due);
                    }
                    return taken.build();
                });
    }

    private interface Work {
        LongStream with(Client client) throws IOException;
    }

    private static Latencies run(Client.Source source, int clients, Work work)
            throws IOException, InterruptedException {
        var opened = new ArrayList<Client>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                opened.add(source.open());
            }
            long start = System.nanoTime();
            var all = opened.stream().map(each -> threads.submit(() -> work.with(each))).toList();
            var taken = new ArrayList<LongStream>();
            for (var each : all) {
                taken.add(each.get());
            }
            var time = Duration.ofNanos(System.nanoTime() - start);
            return Latencies.of(taken.stream().flatMapToLong(each -> each), time);
        } catch (ExecutionException failure) {
            throw new IOException("The load could not be sent: " + failure.getMessage(), failure);
        } finally {
            close(opened);
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void close(List<Client> clients) throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}

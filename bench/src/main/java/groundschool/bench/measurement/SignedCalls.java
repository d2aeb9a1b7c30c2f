package groundschool.bench.measurement;

import groundschool.bench.Progress;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.load.Wrk;
import groundschool.bench.load.Wrk.Outcome;
import groundschool.bench.process.Child;
import groundschool.bench.process.JavaCommand;
import groundschool.bench.process.Profiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Signed calls of DynamoDB over 16 connections, each of which asks again at once: by wrk where
/// that is there, else by this module's own generator, which takes more of the machine.
///
/// @param wrk absent if it is not there
record SignedCalls(Optional<Wrk> wrk) {

    static final Signer SIGNER =
            new Signer("BENCHBENCHBENCHBENCH", "a-secret-that-only-the-bench-knows");

    private static final int CONNECTIONS = 16;

    /// @param folder for what wrk reads
    static SignedCalls in(Path folder, Progress progress) {
        var wrk = Wrk.found(folder);
        progress.says(
                wrk.map(found -> "the load comes from " + found.program())
                        .orElse("there is no wrk: the load comes from a generator in Java"));
        return new SignedCalls(wrk);
    }

    /// The emulator alone, with the signer's key.
    static Child emulator(Path folder) throws IOException {
        var credentials =
                Files.writeString(
                        folder.resolve("credentials.csv"),
                        "%s,%s,111122223333%n".formatted(SIGNER.accessKeyId(), SIGNER.secret()));
        return Child.start(
                JavaCommand.groundschool(
                        Optional.empty(),
                        "emulator",
                        "--port=0",
                        "--data=" + folder.resolve("aws"),
                        "--credentials=" + credentials));
    }

    /// The calls of an operation in a second, the milliseconds that 99 of 100 do not exceed, and
    /// the microseconds of processor time that the server took for each: those are the same
    /// whatever else the machine does.
    List<Double> load(Child server, String operation, Duration time) throws Exception {
        return load(server, operation, Flights.inputs(operation), time);
    }

    /// The same for these inputs.
    List<Double> load(Child server, String operation, List<String> inputs, Duration time)
            throws Exception {
        double before = Profiler.processorSeconds(server);
        var outcome = send(server, operation, inputs, time);
        double seconds = Profiler.processorSeconds(server) - before;
        return List.of(
                outcome.perSecond(), outcome.p99Milliseconds(), seconds / outcome.requests() * 1e6);
    }

    /// How many calls of an operation were made in a time.
    long count(Child server, String operation, Duration time) throws Exception {
        return send(server, operation, Flights.inputs(operation), time).requests();
    }

    /// Signs anew each time, for signatures grow old.
    private Outcome send(Child server, String operation, List<String> inputs, Duration time)
            throws Exception {
        var requests = inputs.stream().map(input -> SIGNER.request(operation, input)).toList();
        if (wrk.isPresent()) {
            return wrk.get().load(server.port(), requests, CONNECTIONS, time);
        }
        var taken = Load.closed(new HttpClients(server.port(), requests, 200), CONNECTIONS, time);
        return new Outcome(
                Math.round(taken.perSecond() * time.toSeconds()),
                taken.perSecond(),
                taken.milliseconds(0.99));
    }
}

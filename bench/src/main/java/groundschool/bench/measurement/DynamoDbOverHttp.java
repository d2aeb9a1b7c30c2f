package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Connection;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.process.BareJetty;
import groundschool.bench.process.Child;
import groundschool.bench.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Signed calls over 16 connections to the emulator alone, which keeps its state on disk.
public final class DynamoDbOverHttp implements Measurement {

    private static final int CONNECTIONS = 16;
    private static final Bar BAR = Bar.inWords("faster than every other emulator");
    private static final Signer SIGNER =
            new Signer("BENCHBENCHBENCHBENCH", "a-secret-that-only-the-bench-knows");

    @Override
    public String name() {
        return "dynamodb";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var emulator = start(plan.freshFolder())) {
            fill(emulator);
            var figures = new ArrayList<Figure>();
            for (var operation : List.of("PutItem", "GetItem", "Query")) {
                figures.addAll(measure(operation, emulator, plan, progress));
            }
            return figures;
        }
    }

    private static List<Figure> measure(
            String operation, Child emulator, Plan plan, Progress progress) throws Exception {
        var inputs = Flights.inputs(operation);
        var answer = Visitor.ask(emulator, SIGNER.request(operation, inputs.getFirst()), 200);
        try (var bare = BareJetty.answering(answer, plan.freshFolder())) {
            progress.says(operation + ", warming up");
            load(emulator, operation, inputs, plan.warmUp());
            load(bare, operation, inputs, plan.warmUp());
            return new Comparison(
                            "bare Jetty",
                            List.of(
                                    new Quantity(operation, Unit.PER_SECOND, BAR),
                                    Quantity.of(
                                            operation + ": p99 at that rate", Unit.MILLISECONDS)),
                            () -> load(emulator, operation, inputs, plan.load()),
                            () -> load(bare, operation, inputs, plan.load()))
                    .run(plan, progress);
        }
    }

    /// Signs anew each time, for signatures grow old.
    private static List<Double> load(
            Child server, String operation, List<String> inputs, Duration time) throws Exception {
        var requests = inputs.stream().map(input -> SIGNER.request(operation, input)).toList();
        var taken = Load.closed(new HttpClients(server.port(), requests, 200), CONNECTIONS, time);
        return List.of(taken.perSecond(), taken.milliseconds(0.99));
    }

    private static void fill(Child emulator) throws IOException {
        try (var connection = new Connection(emulator.port())) {
            connection.exchange(SIGNER.request("CreateTable", Flights.createTable()), 200);
            for (var flight : Flights.inputs("PutItem")) {
                connection.exchange(SIGNER.request("PutItem", flight), 200);
            }
        }
    }

    private static Child start(Path data) throws IOException {
        var credentials =
                Files.writeString(
                        data.resolve("credentials.csv"),
                        "%s,%s,111122223333%n".formatted(SIGNER.accessKeyId(), SIGNER.secret()));
        return Child.start(
                JavaCommand.groundschool(
                        Optional.empty(),
                        "emulator",
                        "--port=0",
                        "--data=" + data.resolve("aws"),
                        "--credentials=" + credentials));
    }
}

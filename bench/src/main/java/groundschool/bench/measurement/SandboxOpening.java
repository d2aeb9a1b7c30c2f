package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.Latencies;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/// A new sandbox until its first table is there, and one of which nothing is in memory until its
/// first item is read.
public final class SandboxOpening implements Measurement {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SANDBOXES = 200;
    private static final int ITEMS = 100;
    private static final Bar BAR = Bar.below(100, Unit.MILLISECONDS);

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var figures = new ArrayList<Figure>();
        figures.addAll(creating(plan).run(plan, progress));
        progress.says("filling %d sandboxes".formatted(SANDBOXES));
        var folder = plan.freshFolder();
        fill(folder);
        figures.addAll(reopening(folder).run(plan, progress));
        return figures;
    }

    private static Comparison creating(Plan plan) {
        return new Comparison(
                "file written",
                List.of(
                        new Quantity("new sandbox with a table: median", Unit.MILLISECONDS, BAR),
                        new Quantity("new sandbox with a table: p99", Unit.MILLISECONDS, BAR)),
                () -> create(plan.freshFolder()),
                () -> writeFiles(plan.freshFolder()));
    }

    private static Comparison reopening(Path folder) {
        return new Comparison(
                "file read",
                List.of(
                        new Quantity("idle sandbox opened: median", Unit.MILLISECONDS, BAR),
                        new Quantity("idle sandbox opened: p99", Unit.MILLISECONDS, BAR)),
                () -> reopen(folder),
                () -> readFiles(folder));
    }

    private static List<Double> create(Path folder) throws IOException {
        try (var emulator = new Emulator(Sandboxes.at(folder, Durability.WRITE))) {
            return timed(
                    SANDBOXES,
                    _ -> {
                        var key = emulator.sandboxes().create("111122223333");
                        perform(emulator, key, "CreateTable", Flights.createTable());
                    });
        }
    }

    private static List<Double> reopen(Path folder) throws IOException {
        try (var emulator = new Emulator(Sandboxes.at(folder, Durability.WRITE))) {
            var keys = emulator.sandboxes().keys();
            return timed(
                    keys.size(),
                    i -> perform(emulator, keys.get(i), "GetItem", Flights.get(i % ITEMS)));
        }
    }

    private static void fill(Path folder) {
        try (var emulator = new Emulator(Sandboxes.at(folder, Durability.WRITE))) {
            for (int sandbox = 0; sandbox < SANDBOXES; sandbox++) {
                var key = emulator.sandboxes().create("111122223333");
                perform(emulator, key, "CreateTable", Flights.createTable());
                for (int item = 0; item < ITEMS; item++) {
                    perform(emulator, key, "PutItem", Flights.put(item));
                }
            }
        }
    }

    private static List<Double> writeFiles(Path folder) throws IOException {
        return timed(
                SANDBOXES,
                i ->
                        Files.writeString(
                                Files.createDirectory(folder.resolve(Integer.toString(i)))
                                        .resolve("log"),
                                Flights.createTable()));
    }

    private static List<Double> readFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var logs = files.filter(file -> file.endsWith("log")).toList();
            return timed(logs.size(), i -> Files.readAllBytes(logs.get(i)));
        }
    }

    private interface Step {
        void run(int number) throws IOException;
    }

    private static List<Double> timed(int steps, Step step) throws IOException {
        var taken = LongStream.builder();
        for (int number = 0; number < steps; number++) {
            long start = System.nanoTime();
            step.run(number);
            taken.add(System.nanoTime() - start);
        }
        var all = Latencies.of(taken.build(), Duration.ZERO);
        return List.of(all.milliseconds(0.5), all.milliseconds(0.99));
    }

    static void perform(Emulator emulator, AccessKey key, String operation, String input) {
        var sandbox = emulator.sandboxes().open(key.sandbox());
        emulator.perform(
                new Caller(sandbox, key.principal(), "us-east-1"),
                "dynamodb",
                operation,
                JSON.readTree(input));
    }
}

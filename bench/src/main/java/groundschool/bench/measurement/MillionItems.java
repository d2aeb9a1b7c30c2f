package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Comparison.Reference;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.bench.load.HttpClients;
import groundschool.bench.load.Load;
import groundschool.bench.process.Child;
import groundschool.bench.process.Profiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table of a million items of 1 kB beside one of ten thousand: how long it takes to load and to
/// be there again after a kill, what it holds in memory, and whether a query still is as fast.
public final class MillionItems implements Measurement {

    private static final int MANY = 1_000_000;
    private static final int FEW = 10_000;
    private static final int PER_PARTITION = 20;
    private static final int PER_BATCH = 25;
    private static final int CLIENTS = 4;

    /// Signatures last for five minutes: so many are sent before others are signed.
    private static final int BATCHES_SIGNED = 2_000;

    /// About what the name and the value of each attribute count, as the service counts.
    private static final double ITEM_BYTES = 1_000;

    private static final String NOTE =
            "Rye, wheat and a little spelt; baked before dawn. ".repeat(18);

    @Override
    public String name() {
        return "million";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var folder = plan.freshFolder();
        var calls = SignedCalls.in(plan.freshFolder(), progress);
        var figures = new ArrayList<Figure>();
        try (var emulator = SignedCalls.emulator(folder)) {
            load("few", FEW, emulator, progress);
            var before = new Profiler(emulator, plan.freshFolder()).liveBytes();
            long start = System.nanoTime();
            load("many", MANY, emulator, progress);
            figures.add(
                    new Figure(
                            Quantity.of("a million items: loaded in", Unit.MILLISECONDS),
                            millisecondsSince(start),
                            copied(folder),
                            "copying the log"));
            var after = new Profiler(emulator, plan.freshFolder()).liveBytes();
            figures.add(memory("after they were put", after - before));
            figures.addAll(queries(emulator, calls, plan, progress));
        }
        progress.says("killed, and started again");
        long start = System.nanoTime();
        try (var emulator = SignedCalls.emulator(folder)) {
            ask(emulator, "GetItem", get("many", MANY / 2));
            figures.add(
                    new Figure(
                            new Quantity(
                                    "a million items: there again in",
                                    Unit.MILLISECONDS,
                                    Bar.below(20_000, Unit.MILLISECONDS)),
                            millisecondsSince(start),
                            copied(folder),
                            "copying the log"));
            figures.add(
                    memory(
                            "after a restart",
                            new Profiler(emulator, plan.freshFolder()).liveBytes()));
        }
        return figures;
    }

    private static Figure memory(String when, long bytes) {
        return new Figure(
                new Quantity("a kB in memory: " + when, Unit.KILOBYTES, Bar.atMost(2.5)),
                bytes / 1000.0 / MANY,
                ITEM_BYTES / 1000,
                "its size");
    }

    private static List<Figure> queries(
            Child emulator, SignedCalls calls, Plan plan, Progress progress) throws Exception {
        var many = queryInputs("many", MANY);
        var few = queryInputs("few", FEW);
        calls.load(emulator, "Query", many, plan.warmUp());
        calls.load(emulator, "Query", few, plan.warmUp());
        return new Comparison(
                        () -> calls.load(emulator, "Query", many, plan.load()),
                        List.of(
                                new Reference(
                                        "10,000 items",
                                        List.of(
                                                Quantity.of(
                                                        "Query of a million items",
                                                        Unit.PER_SECOND),
                                                new Quantity(
                                                        "Query of a million items: p99",
                                                        Unit.MILLISECONDS,
                                                        Bar.atMost(2))),
                                        () -> calls.load(emulator, "Query", few, plan.load()))))
                .run(plan, progress);
    }

    private static void load(String table, int count, Child emulator, Progress progress)
            throws Exception {
        ask(emulator, "CreateTable", createTable(table));
        int batches = count / PER_BATCH;
        for (int first = 0; first < batches; first += BATCHES_SIGNED) {
            progress.says("%s: %,d of %,d items".formatted(table, first * PER_BATCH, count));
            var requests =
                    IntStream.range(first, Math.min(batches, first + BATCHES_SIGNED))
                            .mapToObj(batch ->
                                    SignedCalls.SIGNER.request(
                                            "BatchWriteItem", batch(table, batch)))
                            .toList();
            Load.each(new HttpClients(emulator.port(), requests, 200), CLIENTS, requests.size());
        }
    }

    private static void ask(Child emulator, String operation, String input) throws IOException {
        Visitor.ask(emulator, SignedCalls.SIGNER.request(operation, input), 200);
    }

    static String createTable(String table) {
        return """
        {"TableName":"%s","ProvisionedThroughput":{"ReadCapacityUnits":3000000,"WriteCapacityUnits":1000000},
        "AttributeDefinitions":[{"AttributeName":"bakery","AttributeType":"S"},{"AttributeName":"loaf","AttributeType":"N"}],
        "KeySchema":[{"AttributeName":"bakery","KeyType":"HASH"},{"AttributeName":"loaf","KeyType":"RANGE"}]}\
        """
                .formatted(table);
    }

    static String batch(String table, int batch) {
        var puts = new ArrayList<String>();
        for (int i = 0; i < PER_BATCH; i++) {
            int number = batch * PER_BATCH + i;
            puts.add(
                    """
                    {"PutRequest":{"Item":{%s,"name":{"S":"Loaf %d"},"price":{"N":"%d"},"sold":{"BOOL":true},"note":{"S":"%s"}}}}\
                    """
                            .formatted(key(number), number, number % 900, NOTE));
        }
        return "{\"RequestItems\":{\"%s\":[%s]}}".formatted(table, String.join(",", puts));
    }

    private static List<String> queryInputs(String table, int count) {
        // Far apart, so that neither table is served from what was just read.
        return IntStream.range(0, FEW)
                .mapToObj(i -> (int) (i * 7_919L % (count / PER_PARTITION)))
                .map(bakery ->
                        """
                        {"TableName":"%s","KeyConditionExpression":"bakery = :b",\
                        "ExpressionAttributeValues":{":b":{"S":"bakery-%06d"}}}\
                        """
                                .formatted(table, bakery))
                .toList();
    }

    static String get(String table, int number) {
        return "{\"TableName\":\"%s\",\"Key\":{%s}}".formatted(table, key(number));
    }

    private static String key(int number) {
        return "\"bakery\":{\"S\":\"bakery-%06d\"},\"loaf\":{\"N\":\"%d\"}"
                .formatted(number / PER_PARTITION, number % PER_PARTITION);
    }

    /// The least that it can take to write or read as much as is on disk.
    private static double copied(Path folder) throws IOException {
        long start = System.nanoTime();
        try (var files = Files.walk(folder)) {
            var copy = Files.createTempFile(folder, "copy", "");
            for (var file : files.filter(each -> each.endsWith("log")).toList()) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(copy);
        }
        return millisecondsSince(start);
    }

    private static double millisecondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
    }
}

package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.lambda.runtime.EnvironmentSpec;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.lambda.runtime.LocalRuntimes;
import groundschool.emulator.sts.operation.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Functions of Lambda: how long an environment takes to begin and answer, against the bare
/// interpreter that starts and ends; how long one that is warm takes, against an empty request to
/// itself; and a hundred environments at once.
public final class Functions implements Measurement {

    private static final int MANY = 100;
    private static final int WARM = 500;
    private static final Pattern MEMORY = Pattern.compile("Max Memory Used: ([0-9]+) MB");

    /// @param code of a function that answers with what it was given
    private record Language(
            String name,
            String runtime,
            String file,
            String code,
            List<String> bare,
            List<String> waiting) {}

    private static final List<Language> LANGUAGES =
            List.of(
                    new Language(
                            "Node.js",
                            "nodejs22.x",
                            "index.mjs",
                            "export const handler = async (event) => event;",
                            List.of("node", "-e", "0"),
                            List.of("node", "-e", "process.stdin.resume()")),
                    new Language(
                            "Python",
                            "python3.12",
                            "index.py",
                            "def handler(event, context): return event",
                            List.of("python3", "-c", "0"),
                            List.of("python3", "-c", "input()")));

    @Override
    public String name() {
        return "functions";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        var figures = new ArrayList<Figure>();
        try (var runtimes = new LocalRuntimes(plan.freshFolder(), 2 * MANY, true)) {
            for (var language : LANGUAGES) {
                var code = plan.freshFolder();
                Files.writeString(code.resolve(language.file()), language.code());
                // The first one of all looks for interpreters.
                cold(runtimes, language, code);
                figures.addAll(
                        new Comparison(
                                        "the bare interpreter",
                                        List.of(
                                                new Quantity(
                                                        "cold start of " + language.name(),
                                                        Unit.MILLISECONDS,
                                                        Bar.inWords("ratio < 2")),
                                                Quantity.of(
                                                        "memory of " + language.name(),
                                                        Unit.MEGABYTES)),
                                        () -> cold(runtimes, language, code),
                                        () -> bare(language))
                                .run(plan, progress));
                figures.addAll(
                        new Comparison(
                                        "a line through cat",
                                        List.of(
                                                new Quantity(
                                                        "warm invocation of " + language.name(),
                                                        Unit.MICROSECONDS,
                                                        Bar.below(500, Unit.MICROSECONDS))),
                                        () -> List.of(warm(runtimes, language, code)),
                                        () -> List.of(throughCat()))
                                .run(plan, progress));
            }
            var python = LANGUAGES.getLast();
            var code = plan.freshFolder();
            Files.writeString(
                    code.resolve(python.file()),
                    "import time\ndef handler(event, context): time.sleep(5)");
            progress.says(MANY + " environments at once");
            figures.add(
                    new Figure(
                            Quantity.of(MANY + " environments at once", Unit.MILLISECONDS),
                            many(runtimes, python, code),
                            5_000,
                            "their sleep"));
        }
        return figures;
    }

    private static List<Double> cold(LocalRuntimes runtimes, Language language, Path code) {
        long from = System.nanoTime();
        var result = invoke(runtimes, spec(language, code, UUID.randomUUID()));
        double took = (System.nanoTime() - from) / 1e6;
        var used = MEMORY.matcher(result.reportLine());
        return List.of(took, used.find() ? Double.parseDouble(used.group(1)) : Double.NaN);
    }

    private static List<Double> bare(Language language) throws IOException, InterruptedException {
        long from = System.nanoTime();
        new ProcessBuilder(language.bare()).start().waitFor();
        return List.of((System.nanoTime() - from) / 1e6, resident(language));
    }

    /// What the interpreter holds while it waits for its input to end.
    private static double resident(Language language) throws IOException, InterruptedException {
        var process = new ProcessBuilder(language.waiting()).start();
        try {
            Thread.sleep(500);
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
                            .stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElse(Double.NaN)
                    / 1024;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// The median.
    private static double warm(LocalRuntimes runtimes, Language language, Path code) {
        var spec =
                spec(
                        language,
                        code,
                        UUID.nameUUIDFromBytes(language.code().getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < WARM; i++) {
            invoke(runtimes, spec);
        }
        var times = new double[WARM];
        Arrays.setAll(times, _ -> 1_000 * milliseconds(() -> invoke(runtimes, spec)));
        Arrays.sort(times);
        return times[WARM / 2];
    }

    /// What going to another process and back costs at least: the median.
    private static double throughCat() throws IOException, InterruptedException {
        var cat = new ProcessBuilder("cat").start();
        try (var in = cat.outputWriter();
                var out = cat.inputReader()) {
            var times = new double[WARM];
            for (int i = 0; i < WARM; i++) {
                long from = System.nanoTime();
                in.write("{}\n");
                in.flush();
                out.readLine();
                times[i] = (System.nanoTime() - from) / 1e3;
            }
            Arrays.sort(times);
            return times[WARM / 2];
        } finally {
            cat.destroyForcibly().waitFor();
        }
    }

    private static double many(LocalRuntimes runtimes, Language language, Path code)
            throws Exception {
        var spec = spec(language, code, UUID.randomUUID());
        long from = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one =
                    () -> {
                        invoke(runtimes, spec);
                        return 1;
                    };
            for (var done :
                    threads.invokeAll(IntStream.range(0, MANY).mapToObj(_ -> one).toList())) {
                done.get();
            }
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private static double milliseconds(Runnable what) {
        long from = System.nanoTime();
        what.run();
        return (System.nanoTime() - from) / 1e6;
    }

    private static Invocation.Result invoke(LocalRuntimes runtimes, EnvironmentSpec spec) {
        var result =
                runtimes.invoke(
                        spec,
                        new Invocation(
                                UUID.randomUUID().toString(),
                                "{}".getBytes(StandardCharsets.UTF_8),
                                spec.functionArn(),
                                Optional.empty(),
                                Optional.empty(),
                                Instant.now().plus(spec.timeout()),
                                _ -> {}));
        if (result.functionError().isPresent()) {
            throw new IllegalStateException(new String(result.payload(), StandardCharsets.UTF_8));
        }
        return result;
    }

    private static EnvironmentSpec spec(Language language, Path code, UUID key) {
        return new EnvironmentSpec(
                "bench",
                key.toString(),
                "bench",
                "arn:aws:lambda:us-east-1:111122223333:function:bench",
                "$LATEST",
                language.runtime(),
                "index.handler",
                256,
                Duration.ofMinutes(1),
                512,
                Map.of(),
                code,
                List.of(),
                () -> new Credentials("ASIA", "secret", "token", Instant.MAX),
                "us-east-1",
                "/aws/lambda/bench",
                _ -> HttpResponse.of(200, Headers.none(), new byte[0]));
    }
}

package groundschool.bench.measurement;

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
import java.util.stream.IntStream;

/// Functions of Lambda: how long an environment takes to begin and answer, against the bare
/// interpreter that starts and ends; how long one that is warm takes, against an empty request to
/// itself; and a hundred environments at once.
public final class Functions implements Measurement {

    private static final int MANY = 100;
    private static final int WARM = 500;

    /// @param code of a function that answers with what it was given
    private record Language(
            String name, String runtime, String file, String code, List<String> bare) {}

    private static final List<Language> LANGUAGES =
            List.of(
                    new Language(
                            "Node.js",
                            "nodejs22.x",
                            "index.mjs",
                            "export const handler = async (event) => event;",
                            List.of("node", "-e", "0")),
                    new Language(
                            "Python",
                            "python3.12",
                            "index.py",
                            "def handler(event, context): return event",
                            List.of("python3", "-c", "0")));

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
                figures.addAll(
                        new Comparison(
                                        "the bare interpreter",
                                        List.of(
                                                Quantity.of(
                                                        "cold start of " + language.name(),
                                                        Unit.MILLISECONDS)),
                                        () -> List.of(cold(runtimes, language, code)),
                                        () -> List.of(bare(language)))
                                .run(plan, progress));
                figures.addAll(
                        new Comparison(
                                        "nothing",
                                        List.of(
                                                Quantity.of(
                                                        "warm invocation of " + language.name(),
                                                        Unit.MICROSECONDS)),
                                        () -> List.of(warm(runtimes, language, code)),
                                        () -> List.of(1.0))
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

    private static double cold(LocalRuntimes runtimes, Language language, Path code) {
        return milliseconds(() -> invoke(runtimes, spec(language, code, UUID.randomUUID())));
    }

    private static double bare(Language language) {
        return milliseconds(() -> {
            try {
                new ProcessBuilder(language.bare()).start().waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("cannot start " + language.name(), e);
            }
        });
    }

    /// The median.
    private static double warm(LocalRuntimes runtimes, Language language, Path code) {
        var spec = spec(language, code, UUID.nameUUIDFromBytes(language.code().getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < WARM; i++) {
            invoke(runtimes, spec);
        }
        var times = new double[WARM];
        Arrays.setAll(times, _ -> 1_000 * milliseconds(() -> invoke(runtimes, spec)));
        Arrays.sort(times);
        return times[WARM / 2];
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
            for (var done : threads.invokeAll(IntStream.range(0, MANY).mapToObj(_ -> one).toList())) {
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

    private static void invoke(LocalRuntimes runtimes, EnvironmentSpec spec) {
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

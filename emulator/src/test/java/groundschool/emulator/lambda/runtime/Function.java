package groundschool.emulator.lambda.runtime;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.sts.operation.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A function whose code is written in a test, and what came of running it.
final class Function {

    private final Runtimes runtimes;
    private final Path code;
    private final String runtime;
    private String handler = "index.handler";
    private int memorySize = 256;
    private int ephemeralStorage = 512;
    private Duration timeout = Duration.ofSeconds(10);
    private final Map<String, String> variables = new HashMap<>();
    private final List<Path> layers = new ArrayList<>();
    private LogFormat logFormat = LogFormat.TEXT;
    private Optional<TimingModel> timing = Optional.empty();
    private Entrance entrance =
            request -> HttpResponse.of(200, Headers.none(), "{}".getBytes(StandardCharsets.UTF_8));
    private final String key = UUID.randomUUID().toString();

    final List<LogLine> log = Collections.synchronizedList(new ArrayList<>());

    Function(Runtimes runtimes, String runtime) {
        this.runtimes = runtimes;
        this.runtime = runtime;
        try {
            this.code = Files.createTempDirectory("task");
            code.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Function node(Runtimes runtimes, String code) {
        return new Function(runtimes, "nodejs22.x").file("index.mjs", code);
    }

    static Function python(Runtimes runtimes, String code) {
        return new Function(runtimes, "python3.12").file("index.py", code);
    }

    Function file(String name, String text) {
        try {
            var path = code.resolve(name);
            Files.createDirectories(code);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Function executable(String name, String text) {
        file(name, text);
        code.resolve(name).toFile().setExecutable(true, false);
        return this;
    }

    Function layer(Path folder) {
        layers.add(folder);
        return this;
    }

    Function handler(String name) {
        handler = name;
        return this;
    }

    Function memory(int megabytes) {
        memorySize = megabytes;
        return this;
    }

    Function storage(int megabytes) {
        ephemeralStorage = megabytes;
        return this;
    }

    Function timeout(Duration most) {
        timeout = most;
        return this;
    }

    Function variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Function logging(LogFormat format) {
        logFormat = format;
        return this;
    }

    Function timing(TimingModel model) {
        timing = Optional.of(model);
        return this;
    }

    Function entrance(Entrance answers) {
        entrance = answers;
        return this;
    }

    Path code() {
        return code;
    }

    EnvironmentSpec spec() {
        return new EnvironmentSpec(
                "sandbox",
                key,
                "greeter",
                "arn:aws:lambda:eu-west-1:123456789012:function:greeter",
                "$LATEST",
                runtime,
                handler,
                memorySize,
                timeout,
                ephemeralStorage,
                variables,
                code,
                layers,
                () ->
                        new Credentials(
                                "ASIAEXAMPLE",
                                "secret",
                                "token",
                                Instant.parse("2030-01-01T00:00:00Z")),
                "eu-west-1",
                "/aws/lambda/greeter",
                logFormat,
                entrance,
                timing);
    }

    Invocation.Result invoke(String payload) {
        return invoke(payload, Optional.empty());
    }

    Invocation.Result invoke(String payload, Optional<String> clientContext) {
        return runtimes.invoke(
                spec(),
                new Invocation(
                        UUID.randomUUID().toString(),
                        payload.getBytes(StandardCharsets.UTF_8),
                        "arn:aws:lambda:eu-west-1:123456789012:function:greeter",
                        clientContext,
                        Optional.empty(),
                        Instant.now().plus(timeout),
                        log::add));
    }

    Invocation.Result stream(String payload, AnswerSink sink) {
        return runtimes.invoke(
                spec(),
                new Invocation(
                        UUID.randomUUID().toString(),
                        payload.getBytes(StandardCharsets.UTF_8),
                        "arn:aws:lambda:eu-west-1:123456789012:function:greeter",
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now().plus(timeout),
                        log::add,
                        Optional.of(sink)));
    }

    static String text(Invocation.Result result) {
        return new String(result.payload(), StandardCharsets.UTF_8);
    }

    String logged() {
        var all = new StringBuilder();
        synchronized (log) {
            log.forEach(line -> all.append(line.message()));
        }
        return all.toString();
    }
}

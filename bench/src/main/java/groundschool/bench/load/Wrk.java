package groundschool.bench.load;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// [wrk](https://github.com/wg/wrk) with one thread, which takes less of the machine than any
/// generator in Java. It sends requests that were written before.
///
/// @param program where it is
/// @param folder for its script and the requests
public record Wrk(Path program, Path folder) {

    private static final Pattern FIGURES =
            Pattern.compile("figures ([0-9]+) ([0-9]+) ([0-9]+) ([0-9]+) ([0-9.]+)");

    private static final String SCRIPT =
            """
            local requests, last = {}, 0

            function init(arguments)
              local file = assert(io.open(arguments[1], "rb"))
              local length = file:read("*n")
              while length do
                file:read(1)
                requests[#requests + 1] = file:read(length)
                length = file:read("*n")
              end
              file:close()
            end

            function request()
              last = last % #requests + 1
              return requests[last]
            end

            function done(summary, latency)
              local lost = summary.errors.connect + summary.errors.read + summary.errors.write
                + summary.errors.timeout
              io.write(string.format("figures %d %d %d %d %f\\n",
                summary.requests, summary.duration, lost, summary.errors.status, latency:percentile(99)))
            end
            """;

    /// What came of a trial.
    ///
    /// @param requests that were answered
    public record Outcome(long requests, double perSecond, double p99Milliseconds) {}

    /// It, if this machine has it.
    public static Optional<Wrk> found(Path folder) {
        return onPath("wrk").map(program -> new Wrk(program, folder));
    }

    /// Where a program is that is to be found by its name.
    public static Optional<Path> onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator)),
                        Stream.of("/usr/local/bin", "/usr/bin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Has each connection send its next request as soon as it has the last answer.
    ///
    /// @throws IOException if an answer has another status than 2xx or 3xx, or none comes
    public Outcome load(int port, List<byte[]> requests, int connections, Duration time)
            throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("wrk.lua"), SCRIPT);
        var command =
                List.of(
                        program.toString(),
                        "--threads=1",
                        "--connections=" + connections,
                        "--duration=" + time.toSeconds() + "s",
                        "--timeout=30s",
                        "--script=" + script,
                        "http://127.0.0.1:" + port + "/",
                        "--",
                        written(requests).toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var figures = FIGURES.matcher(said);
        if (process.waitFor() != 0 || !figures.find()) {
            throw new IOException("wrk failed: " + said);
        }
        if (!figures.group(3).equals("0") || !figures.group(4).equals("0")) {
            throw new IOException("Not all requests were answered well. wrk says: " + said);
        }
        long answered = Long.parseLong(figures.group(1));
        double seconds = Long.parseLong(figures.group(2)) / 1e6;
        return new Outcome(
                answered, answered / seconds, Double.parseDouble(figures.group(5)) / 1000);
    }

    /// Each request behind its length.
    private Path written(List<byte[]> requests) throws IOException {
        var file = folder.resolve("requests");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (var request : requests) {
                out.write((request.length + "\n").getBytes(StandardCharsets.US_ASCII));
                out.write(request);
            }
        }
        return file;
    }
}

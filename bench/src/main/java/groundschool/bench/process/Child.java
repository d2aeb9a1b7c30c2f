package groundschool.bench.process;

import groundschool.bench.load.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// A server in a process of its own, on a port that it printed.
public final class Child implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://[^:\\s]+:([0-9]+)");

    private static final int START_TRIES = 300;
    private static final Duration START_WAIT = Duration.ofMillis(100);

    private final Process process;
    private final int port;

    private Child(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts a command and waits for the address that it prints.
    public static Child start(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Child(process, Integer.parseInt(address.group(1)));
            }
        }
        throw new IOException("No address was printed by " + String.join(" ", command));
    }

    /// Starts a command that prints no address, and waits until it answers.
    ///
    /// @param port where it was told to listen
    public static Child start(List<String> command, int port, IntPredicate answers)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        for (int tries = 0; !answers.test(port); tries++) {
            if (tries == START_TRIES || !process.isAlive()) {
                process.destroyForcibly().waitFor();
                throw new IOException("No answer came from " + String.join(" ", command));
            }
            Thread.sleep(START_WAIT);
        }
        return new Child(process, port);
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /// A page, which must be there.
    public Connection.Answer get(String path) throws IOException {
        try (var connection = new Connection(port)) {
            var request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
            return connection.exchange(request.getBytes(StandardCharsets.US_ASCII), 200);
        }
    }

    /// How much memory it holds now: its resident set.
    public double residentMegabytes() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        var kilobytes =
                Files.exists(status)
                        ? Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmRSS:"))
                                .findFirst()
                                .orElseThrow()
                        : asked("ps", "-o", "rss=", "-p", Long.toString(process.pid()));
        return Double.parseDouble(kilobytes.replaceAll("[^0-9]", "")) / 1000 * 1.024;
    }

    private static String asked(String... command) throws IOException {
        try (var output = new ProcessBuilder(command).start().inputReader()) {
            return String.valueOf(output.readLine());
        }
    }

    /// Ends it at once, and returns when it has ended.
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

package groundschool.crash;

import groundschool.command.Groundschool;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `bin/groundschool` in a process of its own, which can be killed, stopped or starved.
final class ServerProcess implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ADDRESS = Pattern.compile("http://[a-z0-9.]+:([0-9]+)");

    private final Process process;
    private final Path errors;
    private final BufferedReader output;

    private ServerProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.output = process.inputReader();
    }

    /// The site and the emulator on free ports, over the repository's content.
    static ServerProcess serve(Path data) throws IOException {
        return start("", "serve", "--port=0", "--aws-port=0", "--data=" + data);
    }

    /// Runs a command.
    ///
    /// @param prefix a shell command that goes before, such as `ulimit -f 100; `
    static ServerProcess start(String prefix, String... arguments) throws IOException {
        return start(prefix, List.of(), System.getProperty("java.class.path"), List.of(arguments));
    }

    /// Runs a command of another build than the one of this test.
    ///
    /// @param options of the JVM, besides the usual ones
    static ServerProcess start(
            String prefix, List<String> options, String classPath, List<String> arguments)
            throws IOException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        java.addAll(List.of("-XX:-UsePerfData", "-Dorg.jooq.no-logo=true"));
        java.add("-Dgroundschool.home=" + REPOSITORY);
        java.addAll(options);
        java.addAll(List.of("-cp", classPath));
        java.add(Groundschool.class.getName());
        java.addAll(arguments);
        var errors = Files.createTempFile("groundschool", ".err");
        errors.toFile().deleteOnExit();
        var process =
                new ProcessBuilder("bash", "-c", prefix + "exec '" + String.join("' '", java) + "'")
                        .redirectError(errors.toFile())
                        .start();
        return new ServerProcess(process, errors);
    }

    /// The port of the first address that it prints, once it does.
    int port() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
        }
        throw new IOException("It has printed no address, but: " + errors());
    }

    /// The next line that it prints.
    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    /// Asks it to stop, as `kill` does.
    void terminate() {
        process.destroy();
    }

    /// Ends it in the middle of whatever it does, as `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits for its end.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It has not ended within a minute.");
        }
        return process.exitValue();
    }

    /// What it has said on its standard error.
    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

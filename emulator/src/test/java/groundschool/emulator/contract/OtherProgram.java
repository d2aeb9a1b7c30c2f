package groundschool.emulator.contract;

import groundschool.emulator.sandbox.AccessKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs a client that is not written in Java, so that it can reach nothing but the emulator.
///
/// @param output both streams of it
record OtherProgram(int exit, String output) {

    /// Where a program is found on PATH, if it is.
    static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Runs a command to its end, for at most two minutes.
    static OtherProgram run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var watch =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    Thread.sleep(120_000);
                                    process.destroyForcibly();
                                } catch (InterruptedException finished) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var exit = process.waitFor();
            watch.interrupt();
            return new OtherProgram(exit, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The variables by which AWS's clients find the emulator, and no account of their user's.
    static Map<String, String> environment(URI endpoint, AccessKey key, Path empty) {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_ACCESS_KEY_ID", key.id(),
                "AWS_SECRET_ACCESS_KEY", key.secret(),
                "AWS_REGION", "eu-west-1",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_CONFIG_FILE", empty.toString(),
                "AWS_SHARED_CREDENTIALS_FILE", empty.toString(),
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_PAGER", "");
    }
}

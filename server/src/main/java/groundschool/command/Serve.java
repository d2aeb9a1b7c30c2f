package groundschool.command;

import groundschool.Main;
import groundschool.Settings;
import groundschool.emulator.lambda.runtime.Runtimes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Serves the site and the emulator until it is told to stop.
final class Serve implements Callable<Integer> {

    private int port;
    private String host = "";
    private int awsPort;
    private @Nullable Path data;
    private Path content = Path.of("");
    private Path labs = Path.of("");
    private @Nullable String database;
    private List<String> allowedHosts = List.of();

    /// Its options.
    CommandSpec spec() {
        return Options.of(
                        this,
                        "Serve the site and the emulator. This is what groundschool does without a command.",
                        "There is no sign-in yet, so it listens on loopback only.")
                .addOption(
                        Options.one("--port", Integer.class, value -> port = value)
                                .paramLabel("PORT")
                                .defaultValue("8080")
                                .description(
                                        "port of the site; 0 for any (default: ${DEFAULT-VALUE})")
                                .build())
                .addOption(
                        Options.one("--host", String.class, value -> host = value)
                                .paramLabel("ADDRESS")
                                .defaultValue("127.0.0.1")
                                .description(
                                        "loopback address to listen on (default: ${DEFAULT-VALUE})")
                                .build())
                .addOption(
                        Options.one("--aws-port", Integer.class, value -> awsPort = value)
                                .paramLabel("PORT")
                                .defaultValue("4566")
                                .description(
                                        "port of the emulator; 0 for any (default: ${DEFAULT-VALUE})")
                                .build())
                .addOption(
                        Options.one("--data", Path.class, value -> data = value)
                                .paramLabel("DIR")
                                .description(
                                        "folder for all that must last (default: $${XDG_DATA_HOME:-~/.local/share}/groundschool)")
                                .build())
                .addOption(
                        Options.one("--content", Path.class, value -> content = value)
                                .paramLabel("DIR")
                                .defaultValue("${sys:groundschool.home}/content")
                                .description("folder of courses (default: content beside bin)")
                                .build())
                .addOption(
                        Options.one("--labs", Path.class, value -> labs = value)
                                .paramLabel("DIR")
                                .defaultValue("${sys:groundschool.home}/labs")
                                .description("folder of labs (default: labs beside bin)")
                                .build())
                .addOption(
                        Options.one("--database", String.class, value -> database = value)
                                .paramLabel("JDBC_URL")
                                .description(
                                        "PostgreSQL or another H2 (default: an H2 file in the data folder)")
                                .build())
                .addOption(
                        Options.many("--allowed-host", values -> allowedHosts = values)
                                .paramLabel("NAME")
                                .description(
                                        "a further host name that requests may use; can be repeated")
                                .build());
    }

    @Override
    public Integer call() throws Exception {
        var main = start();
        // Whoever has just read the address comes first.
        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(main::settle);
        AotCache.trainIfMissing(Train.Role.SITE);
        Stop.await(main::close);
        return 0;
    }

    /// Starts to serve, and says where.
    Main start() throws IOException {
        refuseStrangers();
        var main =
                new Main(
                        new Settings(
                                port,
                                host,
                                awsPort,
                                folder(),
                                content,
                                labs,
                                Optional.ofNullable(database),
                                allowedHosts,
                                memory()));
        System.out.println("Groundschool is at http://localhost:" + main.port());
        System.out.println("AWS is at http://127.0.0.1:" + main.awsPort());
        Runtimes.warning().ifPresent(System.err::println);
        System.out.flush();
        return main;
    }

    /// Whoever reaches the port is the one learner, as long as there is no sign-in.
    private void refuseStrangers() {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException _) {
            throw new CommandFailed("--host: there is no address " + host + ".");
        }
        throw new CommandFailed(
                "--host %s can be reached from elsewhere, and there is no sign-in yet: use a loopback address such as 127.0.0.1."
                        .formatted(host));
    }

    /// Beside the jars, if the launcher says where they are.
    private static Optional<Path> memory() {
        return Optional.ofNullable(System.getProperty("groundschool.build"))
                .map(build -> Path.of(build, "content.memory"));
    }

    private Path folder() {
        var folder = data == null ? DataFolder.usual() : data;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailed(
                    "The data folder %s cannot be made: %s. Choose another with --data."
                            .formatted(folder, e));
        }
        if (!Files.isWritable(folder)) {
            throw new CommandFailed(
                    "The data folder %s cannot be written to. Choose another with --data."
                            .formatted(folder));
        }
        return folder;
    }
}

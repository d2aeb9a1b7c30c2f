package groundschool.command;

import groundschool.Main;
import groundschool.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Serves the site and the emulator until it is told to stop.
@Command(
        name = "serve",
        description = "Serve the site and the emulator.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port of the site; 0 for any (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String host = "";

    @Option(
            names = "--aws-port",
            defaultValue = "4566",
            description = "port of the emulator; 0 for any (default: ${DEFAULT-VALUE})")
    private int awsPort;

    @Option(names = "--data", description = "folder for all that must last")
    private @Nullable Path data;

    @Option(
            names = "--content",
            defaultValue = "${sys:groundschool.home}/content",
            description = "folder of courses")
    private Path content = Path.of("");

    @Option(
            names = "--labs",
            defaultValue = "${sys:groundschool.home}/labs",
            description = "folder of labs")
    private Path labs = Path.of("");

    @Option(names = "--database", description = "JDBC URL, if not a file in the data folder")
    private @Nullable String database;

    @Option(names = "--allowed-host", description = "a further host name that requests may use")
    private List<String> allowedHosts = List.of();

    @Override
    public Integer call() throws Exception {
        var folder = data == null ? DataFolder.usual() : data;
        Files.createDirectories(folder);
        var main =
                new Main(
                        new Settings(
                                port,
                                host,
                                awsPort,
                                folder,
                                content,
                                labs,
                                Optional.ofNullable(database),
                                allowedHosts));
        System.out.println("Groundschool is at http://localhost:" + main.port());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            main.close();
                            stopped.countDown();
                        }));
        stopped.await();
        return 0;
    }
}

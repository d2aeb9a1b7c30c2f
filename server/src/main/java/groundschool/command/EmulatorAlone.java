package groundschool.command;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Serves the emulator alone, for tests and tools.
final class EmulatorAlone implements Callable<Integer> {

    private static final long MOST_STALE_MILLISECONDS = 3_600_000;

    private int port;
    private String host = "";
    private @Nullable Path data;
    private @Nullable Path credentials;
    private String account = "";
    private long staleReadsMilliseconds;
    private List<String> allowedHosts = List.of();

    /// Its options.
    CommandSpec spec() {
        return Options.of(
                        this,
                        "Serve the AWS emulator alone.",
                        "Without --credentials it has one account and prints what to export; with it, each line",
                        "access_key_id,secret_access_key,account_id of the file is the administrator of a sandbox of its own.",
                        "GET / answers 200 without a signature once it is up.")
                .addOption(
                        Options.one("--port", Integer.class, value -> port = value)
                                .paramLabel("PORT")
                                .defaultValue("4566")
                                .description(
                                        "port to listen on; 0 for any (default: ${DEFAULT-VALUE})")
                                .build())
                .addOption(
                        Options.one("--host", String.class, value -> host = value)
                                .paramLabel("ADDRESS")
                                .defaultValue("127.0.0.1")
                                .description("address to listen on (default: ${DEFAULT-VALUE})")
                                .build())
                .addArgGroup(
                        ArgGroupSpec.builder()
                                .addArg(
                                        Options.one("--data", Path.class, value -> data = value)
                                                .paramLabel("DIR")
                                                .description(
                                                        "keep all state in this folder; the same key finds it again")
                                                .build())
                                .addArg(
                                        Options.one("--in-memory", Boolean.class, _ -> {})
                                                .arity("0")
                                                .description(
                                                        "keep nothing after the process ends (the default)")
                                                .build())
                                .build())
                .addOption(
                        Options.one("--credentials", Path.class, value -> credentials = value)
                                .paramLabel("FILE")
                                .description("keys, one sandbox for each line")
                                .build())
                .addOption(
                        Options.one("--account", String.class, value -> account = value)
                                .paramLabel("ID")
                                .defaultValue("000000000000")
                                .description(
                                        "account id when there is no --credentials (default: ${DEFAULT-VALUE})")
                                .build())
                .addOption(
                        Options.one(
                                        "--stale-reads",
                                        Long.class,
                                        value -> staleReadsMilliseconds = value)
                                .paramLabel("MILLISECONDS")
                                .defaultValue("0")
                                .description(
                                        "let eventually consistent reads of DynamoDB, and its global indexes, show what was",
                                        "true up to so long ago (default: ${DEFAULT-VALUE}, which is what is true now)")
                                .build())
                .addOption(
                        Options.many("--allowed-host", values -> allowedHosts = values)
                                .paramLabel("NAME")
                                .description("a further host name that requests may use")
                                .build());
    }

    @Override
    public Integer call() throws Exception {
        var server = start();
        Thread.startVirtualThread(() -> {
            server.emulator().warmUp();
            AotCache.trainIfMissing(Train.Role.EMULATOR);
        });
        Stop.await(() -> close(server));
        return 0;
    }

    /// Starts to serve, and says where.
    EmulatorServer start() throws IOException {
        if (!account.matches("[0-9]{12}")) {
            throw new CommandFailed("--account: an account id is twelve digits");
        }
        if (staleReadsMilliseconds < 0 || staleReadsMilliseconds > MOST_STALE_MILLISECONDS) {
            throw new CommandFailed(
                    "--stale-reads: from 0 to %d milliseconds".formatted(MOST_STALE_MILLISECONDS));
        }
        var folder = Optional.ofNullable(data);
        var sandboxes =
                folder.map(each -> Sandboxes.at(each, Durability.WRITE))
                        .orElseGet(Sandboxes::inMemory);
        sandboxes.staleReads(Duration.ofMillis(staleReadsMilliseconds));
        var emulator =
                new Emulator(
                        sandboxes,
                        InstantSource.system(),
                        Runtimes.local(
                                Optional.of(
                                        folder.orElseGet(DataFolder::usual).resolve("runtimes"))));
        if (credentials == null) {
            var key = OwnKey.of(folder, account);
            sandboxes.add(key.accessKeyId(), key.secret(), key.account());
            return serve(emulator, Optional.of(key));
        }
        for (var line : CredentialsFile.read(credentials)) {
            sandboxes.add(line.accessKeyId(), line.secret(), line.account());
        }
        return serve(emulator, Optional.empty());
    }

    static void close(EmulatorServer server) {
        server.close();
        server.emulator().close();
    }

    private EmulatorServer serve(Emulator emulator, Optional<CredentialsFile.Line> key)
            throws IOException {
        var server = EmulatorServer.start(emulator, host, port, Set.copyOf(allowedHosts));
        var url =
                "http://%s:%d"
                        .formatted(host.equals("0.0.0.0") ? "127.0.0.1" : host, server.port());
        key.ifPresentOrElse(
                line -> System.out.print(exports(url, line)),
                () -> System.out.println("# The emulator is at " + url));
        Runtimes.warning().ifPresent(System.err::println);
        System.out.flush();
        return server;
    }

    private static String exports(String url, CredentialsFile.Line key) {
        return """
        # The emulator is at %1$s. Paste this into a shell:
        export AWS_ENDPOINT_URL=%1$s
        export AWS_ACCESS_KEY_ID=%2$s
        export AWS_SECRET_ACCESS_KEY=%3$s
        export AWS_DEFAULT_REGION=us-east-1
        """
                .formatted(url, key.accessKeyId(), key.secret());
    }
}

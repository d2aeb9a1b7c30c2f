package groundschool.bench.process;

import groundschool.bench.load.Connection;
import groundschool.bench.load.Wrk;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// [dynalite](https://github.com/architect/dynalite), an emulator of DynamoDB on Node.js, which
/// keeps its tables in memory and verifies no signatures. Fetched through npm when first asked for,
/// and kept beside the builds.
public final class Dynalite {

    private static final String VERSION = "4.0.0";

    private Dynalite() {}

    /// It cannot be had, for the reason that the message says.
    public static final class Missing extends Exception {

        private static final long serialVersionUID = 1;

        private Missing(String reason) {
            super(reason);
        }
    }

    /// Starts it, with tables that are there at once.
    ///
    /// @throws Missing if this machine has no Node.js, or npm cannot fetch it
    public static Child start() throws IOException, InterruptedException, Missing {
        var node = Wrk.onPath("node").orElseThrow(() -> new Missing("there is no node"));
        var program = installed().resolve("node_modules/dynalite/cli.js");
        int port = freePort();
        return Child.start(
                List.of(
                        node.toString(),
                        program.toString(),
                        "--port=" + port,
                        "--host=127.0.0.1",
                        "--createTableMs=0",
                        "--verbose=false"),
                port,
                Dynalite::answers);
    }

    private static Path installed() throws IOException, InterruptedException, Missing {
        var folder =
                Path.of(System.getProperty("groundschool.home", "."), "build")
                        .resolve("dynalite-" + VERSION);
        if (!Files.exists(folder.resolve("node_modules/dynalite/cli.js"))) {
            var npm = Wrk.onPath("npm").orElseThrow(() -> new Missing("there is no npm"));
            Files.createDirectories(folder);
            var log = folder.resolve("npm.log");
            int exitCode =
                    new ProcessBuilder(
                                    npm.toString(),
                                    "install",
                                    "--prefix=" + folder,
                                    "--no-save",
                                    "--no-audit",
                                    "--no-fund",
                                    "--ignore-scripts",
                                    "dynalite@" + VERSION)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start()
                            .waitFor();
            if (exitCode != 0) {
                throw new Missing("npm could not install it; " + log + " says why");
            }
        }
        return folder;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var connection = new Connection(port)) {
            connection.exchange(
                    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                    200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

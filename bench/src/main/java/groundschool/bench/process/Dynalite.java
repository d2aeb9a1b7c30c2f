package groundschool.bench.process;

import groundschool.bench.load.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// [dynalite](https://github.com/architect/dynalite), an emulator of DynamoDB on Node.js, which
/// keeps its tables in memory and verifies no signatures.
public final class Dynalite {

    private static final NpmPackage PACKAGE = new NpmPackage("dynalite", "4.0.0", "cli.js");

    private Dynalite() {}

    /// Starts it, with tables that are there at once.
    ///
    /// @throws MissingProgram if this machine has no Node.js, or npm cannot fetch it
    public static Child start() throws IOException, InterruptedException, MissingProgram {
        var installed = PACKAGE.installed();
        int port = NpmPackage.freePort();
        return Child.start(
                List.of(
                        installed.node().toString(),
                        installed.program().toString(),
                        "--port=" + port,
                        "--host=127.0.0.1",
                        "--createTableMs=0",
                        "--verbose=false"),
                port,
                each -> answers(each, "/"));
    }

    /// Whether a server answers at an address.
    static boolean answers(int port, String path) {
        try (var connection = new Connection(port)) {
            connection.exchange(
                    "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII),
                    200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

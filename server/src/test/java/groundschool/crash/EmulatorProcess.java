package groundschool.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The emulator alone in a process of its own, with the keys that it printed.
///
/// @param accessKeyId of its one sandbox
record EmulatorProcess(ServerProcess process, int port, String accessKeyId, String secret)
        implements AutoCloseable {

    /// Starts it on a free port.
    ///
    /// @param prefix a shell command that goes before, such as `ulimit -f 100; `
    static EmulatorProcess start(String prefix, Path data) throws IOException {
        var process = ServerProcess.start(prefix, "emulator", "--port=0", "--data=" + data);
        int port = process.port();
        process.line(); // the endpoint once more, as a variable
        return new EmulatorProcess(
                process, port, afterEquals(process.line()), afterEquals(process.line()));
    }

    private static String afterEquals(String line) {
        return line.substring(line.indexOf('=') + 1);
    }

    DynamoDbClient client() {
        return Putting.client(URI.create("http://127.0.0.1:" + port), accessKeyId, secret);
    }

    @Override
    public void close() {
        process.close();
    }
}

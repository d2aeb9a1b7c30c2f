package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The two sockets that an environment reaches: that of the runtime API and that of AWS.
record Listeners(Listener runtime, Listener aws) implements AutoCloseable {

    /// Where an isolated environment finds them.
    ///
    /// @param folder that only this environment sees
    static Listeners unix(Path folder, Listener.Answerer api, Listener.Answerer aws)
            throws IOException {
        var sockets = List.of(folder.resolve("runtime"), folder.resolve("aws"));
        for (var socket : sockets) {
            Files.deleteIfExists(socket);
        }
        var listeners =
                new Listeners(
                        Listener.unix(sockets.get(0), api), Listener.unix(sockets.get(1), aws));
        for (var socket : sockets) {
            // Only this environment sees the folder.
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        return listeners;
    }

    /// On two ports of this machine.
    static Listeners tcp(Listener.Answerer api, Listener.Answerer aws) throws IOException {
        return new Listeners(Listener.tcp(api), Listener.tcp(aws));
    }

    @Override
    public void close() {
        runtime.close();
        aws.close();
    }
}

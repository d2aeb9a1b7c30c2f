package groundschool.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// [cognito-local](https://github.com/jagregory/cognito-local), an emulator of user pools on
/// Node.js, which keeps passwords as they are, and knows no SRP.
public final class CognitoLocal {

    private static final NpmPackage PACKAGE =
            new NpmPackage("cognito-local", "5.3.0", "lib/bin/start.js");

    private CognitoLocal() {}

    /// Starts it.
    ///
    /// @param folder where it keeps its pools
    /// @throws MissingProgram if this machine has no Node.js, or npm cannot fetch it
    public static Child start(Path folder)
            throws IOException, InterruptedException, MissingProgram {
        var installed = PACKAGE.installed();
        int port = NpmPackage.freePort();
        // It writes into the folder that it is started in.
        return Child.start(
                List.of(
                        "sh",
                        "-c",
                        "cd \"$1\" && NODE_NO_WARNINGS=1 HOST=127.0.0.1 PORT=$2 exec \"$3\" \"$4\"",
                        "sh",
                        folder.toString(),
                        Integer.toString(port),
                        installed.node().toString(),
                        installed.program().toString()),
                port,
                each -> Dynalite.answers(each, "/health"));
    }
}

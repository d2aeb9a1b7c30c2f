package groundschool.bench.process;

import groundschool.bench.load.Wrk;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// A program for Node.js that others wrote, to be measured beside ours. Fetched through npm when
/// first asked for, and kept beside the builds.
///
/// @param program the file to run, below the package's folder
record NpmPackage(String name, String version, String program) {

    /// The command that runs it.
    record Installed(Path node, Path program) {}

    /// @throws MissingProgram if this machine has no Node.js, or npm cannot fetch it
    Installed installed() throws IOException, InterruptedException, MissingProgram {
        var node = Wrk.onPath("node").orElseThrow(() -> new MissingProgram("there is no node"));
        var folder =
                Path.of(System.getProperty("groundschool.home", "."), "build")
                        .resolve(name + "-" + version)
                        .toAbsolutePath();
        var file = folder.resolve("node_modules").resolve(name).resolve(program);
        if (!Files.exists(file)) {
            install(folder);
        }
        return new Installed(node, file);
    }

    private void install(Path folder) throws IOException, InterruptedException, MissingProgram {
        var npm = Wrk.onPath("npm").orElseThrow(() -> new MissingProgram("there is no npm"));
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
                                name + "@" + version)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (exitCode != 0) {
            throw new MissingProgram("npm could not install it; " + log + " says why");
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

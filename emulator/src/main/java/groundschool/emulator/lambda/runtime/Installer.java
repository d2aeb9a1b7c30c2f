package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Fetches through npm what is too large to be shipped: exact versions of Node.js, and the AWS SDK
/// for JavaScript. Versions and checksums are pinned by a lock file each; no package's scripts run.
public final class Installer {

    /// What can be installed.
    public static final List<String> NAMES = List.of("nodejs24.x", "nodejs22.x", "nodejs-sdk");

    private static final int OUTPUT_BYTES = 64 * 1024;

    private final Path folder;

    /// @param folder gets a folder for each name
    public Installer(Path folder) {
        this.folder = folder;
    }

    /// Whether it was installed, in the version that is pinned now.
    public boolean has(String name) throws IOException {
        var lock = folder.resolve(name).resolve("package-lock.json");
        return Files.exists(lock)
                && Files.readString(lock).equals(resource(name, "package-lock.json"))
                && Files.isDirectory(folder.resolve(name).resolve("node_modules"));
    }

    /// Installs, and says where.
    ///
    /// @throws IOException if npm is missing or fails; its message says what to do
    public Path install(String name) throws IOException, InterruptedException {
        var target = folder.resolve(name);
        var half = folder.resolve(name + ".half");
        Folders.delete(half);
        Files.createDirectories(half);
        for (var file : List.of("package.json", "package-lock.json")) {
            Files.writeString(half.resolve(file), resource(name, file));
        }
        npm(half);
        Folders.delete(target);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static void npm(Path folder) throws IOException, InterruptedException {
        Process process;
        try {
            process =
                    new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException e) {
            throw new IOException(
                    "npm was not found on the PATH: install Node.js with npm first.", e);
        }
        process.getOutputStream().close();
        var said =
                new String(
                        process.getInputStream().readNBytes(OUTPUT_BYTES),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("npm failed, and nothing was installed:\n" + said.strip());
        }
    }

    private static String resource(String name, String file) throws IOException {
        var path = "install/" + name + "/" + file;
        try (var in = Objects.requireNonNull(Installer.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /// The program of a version of Node.js that was installed.
    static Optional<Path> node(Path installed, String runtime) {
        var modules = installed.resolve(runtime).resolve("node_modules");
        if (!Files.isDirectory(modules)) {
            return Optional.empty();
        }
        try (var packages = Files.newDirectoryStream(modules, "node-*")) {
            for (var each : packages) {
                if (Files.isExecutable(each.resolve("bin/node"))) {
                    return Optional.of(each.resolve("bin/node"));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The modules of the AWS SDK for JavaScript, if it was installed.
    static Optional<Path> sdk(Path installed) {
        return Optional.of(installed.resolve("nodejs-sdk").resolve("node_modules"))
                .filter(Files::isDirectory);
    }
}

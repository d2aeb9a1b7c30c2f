package groundschool.command;

import groundschool.web.Version;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes a zip that needs only a JDK 25.
@Command(
        name = "dist",
        description = "Make a zip that needs only a JDK 25: unpack it and run bin/groundschool.",
        mixinStandardHelpOptions = true)
final class Dist implements Callable<Integer> {

    private static final List<String> COPIED =
            List.of(
                    "bin/groundschool",
                    "bin/lib",
                    "content",
                    "labs",
                    "docs",
                    "README.md",
                    "LICENSE",
                    "NOTICE",
                    "CHANGELOG.md");

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "the zip (default: build/groundschool-VERSION.zip)")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        var home = Path.of(System.getProperty("groundschool.home", "."));
        var build = Path.of(System.getProperty("groundschool.build", "build"));
        var name = "groundschool-" + Version.NAME;
        var zip = to == null ? home.resolve("build").resolve(name + ".zip") : to;
        Files.createDirectories(zip.toAbsolutePath().getParent());
        var half = zip.resolveSibling(zip.getFileName() + ".half");
        Files.deleteIfExists(half);
        // With permissions, so that the launcher can be run as it is.
        var options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (var file = FileSystems.newFileSystem(URI.create("jar:" + half.toUri()), options)) {
            for (var each : COPIED) {
                if (Files.exists(home.resolve(each))) {
                    copy(home.resolve(each), file, name + "/" + each);
                }
            }
            copy(build.resolve("lib"), file, name + "/lib");
            // Tells the launcher that nothing is to be built here.
            Files.writeString(file.getPath(name, "lib", "groundschool.txt"), Version.NAME + "\n");
        }
        Files.move(half, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        System.out.println(zip + " (" + Files.size(zip) / 1_000_000 + " MB)");
        return 0;
    }

    private static void copy(Path from, FileSystem zip, String name) throws IOException {
        try (var all = Files.walk(from)) {
            for (var source : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                var relative = from.relativize(source).toString();
                var target = relative.isEmpty() ? zip.getPath(name) : zip.getPath(name, relative);
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
                Files.setPosixFilePermissions(
                        target,
                        PosixFilePermissions.fromString(
                                Files.isExecutable(source) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}

package groundschool.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// This build as the launcher starts it: from jars, beside which it keeps what it has understood of
/// the content, and with an archive of the classes that it loads. Whoever starts it over and over
/// waits a quarter of the time.
final class Installation {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final String classPath;

    private Installation(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /// Makes one, by starting it once.
    ///
    /// @param folder is empty
    static Installation in(Path folder) throws Exception {
        List<String> classPath = new ArrayList<>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) {
                var jar = folder.resolve(classPath.size() + ".jar");
                pack(path, jar);
                classPath.add(jar.toString());
            } else if (Files.exists(path)) {
                classPath.add(entry);
            }
        }
        var installation = new Installation(folder, String.join(File.pathSeparator, classPath));
        installation.train();
        return installation;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(jar));
                var all = Files.walk(classes)) {
            out.setLevel(0);
            for (var file : all.filter(each -> !each.equals(classes)).toList()) {
                var name = classes.relativize(file).toString();
                var isFolder = Files.isDirectory(file);
                // The site lists its folders of resources.
                out.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
                if (!isFolder) {
                    Files.copy(file, out);
                }
            }
        }
    }

    private void train() throws Exception {
        var making = folder.resolve("making.jsa");
        try (var server = start("-XX:ArchiveClassesAtExit=" + making, folder.resolve("trained"))) {
            server.port();
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (!Files.exists(folder.resolve("content.memory"))) {
                assertThat(System.nanoTime()).as("nothing is kept").isLessThan(until);
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            server.terminate();
            assertThat(server.exitCode()).isZero();
        }
        if (Files.exists(making)) {
            Files.move(making, archive());
        }
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /// The site and the emulator on free ports, over the repository's content.
    ServerProcess serve(Path data) throws IOException {
        return start("-XX:SharedArchiveFile=" + archive(), data);
    }

    private ServerProcess start(String option, Path data) throws IOException {
        return ServerProcess.start(
                "",
                List.of("-Dgroundschool.build=" + folder, "-Xlog:cds=off", "-Xlog:aot=off", option),
                classPath,
                List.of("serve", "--port=0", "--aws-port=0", "--data=" + data));
    }
}

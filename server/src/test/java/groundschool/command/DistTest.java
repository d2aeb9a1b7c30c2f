package groundschool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// Makes the zip of this repository, with the classes of this build and the libraries of this test.
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DistTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir private Path folder;

    @BeforeEach
    void build() throws IOException {
        var lib = Files.createDirectories(folder.resolve("build/lib"));
        var place = 0;
        for (var entry : System.getProperty("java.class.path").split(":")) {
            var path = Path.of(entry);
            if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                jar(path, lib.resolve("classes-" + place++ + ".jar"));
            } else if (entry.endsWith(".jar")) {
                Files.copy(path, lib.resolve(place++ + "-" + path.getFileName()));
            }
        }
        System.setProperty("groundschool.home", REPOSITORY.toString());
        System.setProperty("groundschool.build", folder.resolve("build").toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("groundschool.home");
        System.clearProperty("groundschool.build");
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(jar));
                var all = Files.walk(classes)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new java.util.zip.ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    @Test
    void the_zip_runs_where_nothing_but_a_jdk_is() throws Exception {
        var zip = folder.resolve("groundschool.zip");

        assertThat(Groundschool.run("dist", "--to", zip.toString())).isZero();
        unpack(zip, folder.resolve("unpacked"));

        var home = folder.resolve("unpacked/groundschool-0.1.0");
        assertThat(home.resolve("bin/groundschool")).isExecutable();
        assertThat(home.resolve("content/aws-serverless/course.md")).exists();
        assertThat(home.resolve("labs/orders-table/lab.md")).exists();
        assertThat(launch(home, "--version")).isEqualTo("groundschool 0.1.0\n");
        assertThat(launch(home, "check")).doesNotContain(": note: no such");
    }

    /// With `unzip`, as whoever downloads it would, for it keeps what may be run.
    private static void unpack(Path zip, Path to) throws Exception {
        try (var file = new ZipFile(zip.toFile())) {
            assertThat(file.size()).isGreaterThan(50);
        }
        var code =
                new ProcessBuilder("unzip", "-q", zip.toString(), "-d", to.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(code).isZero();
    }

    private static String launch(Path home, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(java.util.List.of(home + "/bin/groundschool"));
        command.addAll(java.util.List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // No Maven, and the JDK that runs this test.
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}

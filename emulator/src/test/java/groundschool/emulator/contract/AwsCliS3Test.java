package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands `aws s3` of the AWS CLI that is installed here, if one is.
class AwsCliS3Test {

    private static final int FILES = 1000;

    @TempDir static Path folder;

    private static Emulator emulator;
    private static EmulatorServer server;
    private static AccessKey key;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(OtherProgram.find("aws").isPresent(), "skipped: there is no `aws` on PATH");
        var version = OtherProgram.run(folder, Map.of(), List.of("aws", "--version"));
        assumeTrue(version.exit() == 0, "skipped: `aws` does not run: " + version.output());
        emulator = new Emulator(Sandboxes.inMemory());
        server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        key = emulator.sandboxes().create("111122223333");
        Files.createFile(folder.resolve("empty"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            emulator.close();
        }
    }

    private static String s3(String... arguments) {
        var command = Stream.concat(Stream.of("aws", "s3"), Arrays.stream(arguments)).toList();
        var done =
                OtherProgram.run(
                        folder,
                        OtherProgram.environment(server.uri(), key, folder.resolve("empty")),
                        command);
        assertThat(done.exit()).as("%s: %s", command, done.output()).isZero();
        return done.output();
    }

    @Test
    void syncs_a_thousand_files_there_and_back() throws IOException {
        var there = Files.createDirectories(folder.resolve("there"));
        for (int each = 0; each < FILES; each++) {
            var file = there.resolve("d %d/ä+%d.txt".formatted(each % 10, each));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "file " + each);
        }
        s3("mb", "s3://many");

        s3("sync", "--only-show-errors", there.toString(), "s3://many/all");
        assertThat(s3("sync", there.toString(), "s3://many/all")).isEmpty();
        s3("sync", "--only-show-errors", "s3://many/all", folder.resolve("back").toString());

        for (int each = 0; each < FILES; each++) {
            var file = folder.resolve("back/d %d/ä+%d.txt".formatted(each % 10, each));
            assertThat(Files.readString(file)).isEqualTo("file " + each);
        }
        assertThat(s3("ls", "--recursive", "--summarize", "s3://many"))
                .contains("Total Objects: " + FILES);
        assertThat(s3("ls", "s3://many/all/")).contains("PRE d 0/");
        s3("rm", "--recursive", "--only-show-errors", "s3://many");
        s3("rb", "s3://many");
    }

    @Test
    void copies_a_large_file_in_parts() throws IOException {
        var large = new byte[20 * 1024 * 1024 + 1];
        new Random(1).nextBytes(large);
        var file = Files.write(folder.resolve("large.bin"), large);
        s3("mb", "s3://large");

        s3("cp", "--only-show-errors", file.toString(), "s3://large/a.bin");
        s3("cp", "--only-show-errors", "s3://large/a.bin", "s3://large/b.bin");
        s3("mv", "--only-show-errors", "s3://large/b.bin", "s3://large/c.bin");
        s3("cp", "--only-show-errors", "s3://large/c.bin", folder.resolve("c.bin").toString());

        assertThat(Files.mismatch(file, folder.resolve("c.bin"))).isEqualTo(-1);
        assertThat(s3("ls", "s3://large")).contains("a.bin", "c.bin").doesNotContain("b.bin");
        var link = URI.create(s3("presign", "s3://large/a.bin").strip());
        try (var lent = link.toURL().openStream()) {
            assertThat(lent.readAllBytes()).isEqualTo(large);
        }
        s3("rb", "--force", "s3://large");
    }
}

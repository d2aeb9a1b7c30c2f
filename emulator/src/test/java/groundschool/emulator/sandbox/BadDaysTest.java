package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Full disks and killed processes: what was acknowledged is there, and nothing else.
class BadDaysTest {

    @TempDir Path folder;

    @Test
    void has_all_that_was_acknowledged_before_the_process_was_killed() throws Exception {
        var log = folder.resolve("log");
        var printed = folder.resolve("printed");
        var random = new Random();
        int acknowledged = 0;
        for (int round = 0; round < 5; round++) {
            var process = WriterProcess.start("", log, random.nextInt(2000), printed);
            while (process.isAlive() && printed.toFile().length() == 0) {
                Thread.sleep(Duration.ofMillis(1));
            }
            Thread.sleep(Duration.ofMillis(random.nextInt(150)));
            process.destroyForcibly().waitFor();

            acknowledged = lastNumber(Files.readString(printed));
            assertThat(pairsIn(log)).isBetween(acknowledged, acknowledged + 1);
        }
        assertThat(acknowledged).isGreaterThan(5);
    }

    @Test
    void changes_nothing_and_says_why_when_the_disk_is_full() throws Exception {
        var log = folder.resolve("log");
        var printed = folder.resolve("printed");
        WriterProcess.start("ulimit -f 64; ", log, 1000, printed).waitFor();

        var lines = Files.readAllLines(printed);
        int acknowledged = Integer.parseInt(lines.get(lines.size() - 3));
        assertThat(acknowledged).isGreaterThan(20);
        assertThat(lines.get(lines.size() - 2))
                .isEqualTo("Cannot write " + log + ": File too large. Nothing was changed.");
        assertThat(lines.getLast()).isEqualTo("room for less");
        try (var storage = Storage.at(log, Durability.WRITE)) {
            var map = storage.map("numbers", new TextFormat());
            assertThat(map.size()).isEqualTo(2 * acknowledged + 1);
            assertThat(map.get(Key.of("less"))).contains("");
        }
    }

    @Test
    void says_that_no_space_is_left() throws Exception {
        var log = Files.createSymbolicLink(folder.resolve("log"), Path.of("/dev/full"));
        try (var storage = Storage.at(log, Durability.WRITE)) {
            var map = storage.map("cakes", new TextFormat());
            assertThatThrownBy(() -> storage.transition(() -> map.put(Key.of("1"), "Linzer Torte")))
                    .isInstanceOf(StorageException.class)
                    .hasMessage(
                            "Cannot write %s: No space left on device. Nothing was changed.", log);
            assertThat(map.isEmpty()).isTrue();
        }
        Files.delete(log);
    }

    private static int pairsIn(Path log) {
        try (var storage = Storage.at(log, Durability.WRITE)) {
            var map = storage.map("numbers", new TextFormat());
            for (int i = 1; i <= map.size() / 2; i++) {
                assertThat(map.get(Key.of("left " + i))).isPresent();
                assertThat(map.get(Key.of("right " + i))).isPresent();
            }
            assertThat(map.size() % 2).isZero();
            return map.size() / 2;
        }
    }

    /// The last whole line of what a killed process has printed.
    private static int lastNumber(String printed) {
        var whole = printed.substring(0, printed.lastIndexOf('\n'));
        return Integer.parseInt(whole.substring(whole.lastIndexOf('\n') + 1));
    }
}

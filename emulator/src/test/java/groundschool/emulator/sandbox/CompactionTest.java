package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

    private static final String LONG = "x".repeat(10_000);

    @TempDir Path folder;

    private Path log;
    private Storage storage;
    private StoredMap<String> cakes;

    @BeforeEach
    void open() {
        log = folder.resolve("log");
        storage = Storage.at(log, Durability.WRITE);
        cakes = storage.map("cakes", new TextFormat());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void shortens_a_log_that_says_the_same_again_and_again() throws InterruptedException {
        put("other", "Linzer Torte");
        for (int i = 0; i < 2000; i++) {
            put("same", i + LONG);
        }

        awaitSize(1_000_000);
        put("later", "Sachertorte");

        assertThat(all()).containsOnlyKeys("other", "same", "later");
        reopen();
        assertThat(all())
                .containsEntry("other", "Linzer Torte")
                .containsEntry("same", LONG)
                .containsEntry("later", "Sachertorte");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void keeps_a_copy_apart_from_what_it_is_a_copy_of() throws InterruptedException {
        put("1", "Linzer Torte");
        put("2", "Sachertorte");
        storage.transition(() -> storage.copy("cakes", "yesterday", new TextFormat()));
        put("1", "Bienenstich");
        storage.transition(() -> storage.map("yesterday", new TextFormat()).remove(Key.of("2")));

        assertThat(storage.map("yesterday", new TextFormat()).get(Key.of("1")))
                .contains("Linzer Torte");
        assertThat(cakes.get(Key.of("2"))).contains("Sachertorte");
        reopen();
        assertThat(cakes.get(Key.of("1"))).contains("Bienenstich");
        // What has been read is no longer bytes, and is written all the same.
        assertThat(storage.map("yesterday", new TextFormat()).get(Key.of("1")))
                .contains("Linzer Torte");
        for (int i = 0; i < 600; i++) {
            put("same", i + LONG);
        }
        awaitSize(1_000_000);
        reopen();
        var yesterday = storage.map("yesterday", new TextFormat());
        assertThat(yesterday.size()).isEqualTo(1);
        assertThat(yesterday.get(Key.of("1"))).contains("Linzer Torte");
    }

    @Test
    void keeps_all_checkpoints_with_what_was_there() throws InterruptedException {
        storage.transition(() -> storage.map("breads", new TextFormat()).put(Key.of("1"), "rye"));
        put("1", "Linzer Torte");
        put("2", "Sachertorte");
        var one = storage.checkpoint();
        storage.transition(() -> cakes.remove(Key.of("1")));
        storage.transition(() -> storage.drop("breads"));
        var two = storage.checkpoint();
        var three = storage.checkpoint();
        storage.release(three);

        for (int i = 0; i < 600; i++) {
            put("same", i + LONG);
        }
        awaitSize(1_000_000);
        reopen();

        assertThat(all()).containsOnlyKeys("2", "same");
        storage.rewind(one);
        assertThat(all()).containsOnlyKeys("1", "2");
        assertThat(storage.map("breads", new TextFormat()).size()).isEqualTo(1);
        storage.rewind(two);
        assertThat(all()).containsOnlyKeys("2");
        assertThat(storage.map("breads", new TextFormat()).isEmpty()).isTrue();
        assertThat(storage.checkpoint().number()).isEqualTo(4);
    }

    @Test
    void leaves_values_alone_that_nobody_has_looked_at() throws InterruptedException {
        put("1", "Linzer Torte");
        storage.sleep(() -> true);

        for (int i = 0; i < 600; i++) {
            put("same", i + LONG);
        }
        awaitSize(1_000_000);
        reopen();

        assertThat(all()).containsOnlyKeys("1", "same");
    }

    @Test
    void goes_on_while_many_write_and_loses_nothing() throws InterruptedException {
        var bakers =
                java.util.stream.IntStream.range(0, 4)
                        .mapToObj(baker ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            for (int i = 0; i < 1000; i++) {
                                                put(baker + " " + i, "roll");
                                                put("same", i + LONG);
                                            }
                                        }))
                        .toList();
        for (var baker : bakers) {
            baker.join();
        }

        awaitSize(8_000_000);
        reopen();

        assertThat(all()).hasSize(4001);
    }

    @Test
    void is_abandoned_when_the_storage_closes() {
        for (int i = 0; i < 500; i++) {
            put("same", i + LONG);
        }

        storage.close();

        assertThat(folder).isDirectoryNotContaining("glob:**.new");
        reopen();
        assertThat(all()).containsOnlyKeys("same");
    }

    @Test
    void leaves_a_log_of_which_no_part_can_be_cut_off_as_torn()
            throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            put("same", i + LONG);
        }
        awaitSize(1_000_000);
        storage.close();
        var whole = Files.readAllBytes(log);
        try (var kept = Storage.at(folder.resolve("copy"), Durability.WRITE)) {
            int compacted = 28 + 8 + 1 + 1 + 5 + 1 + 1 + 4 + 2;
            Files.write(folder.resolve("copy"), Arrays.copyOf(whole, compacted));

            assertThatThrownBy(() -> kept.map("cakes", new TextFormat()).size())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is damaged at byte 28 of " + compacted);
        }
    }

    private void put(String key, String value) {
        storage.transition(() -> cakes.put(Key.of(key), value));
    }

    private Map<String, String> all() {
        return cakes.ascending()
                .collect(
                        java.util.stream.Collectors.toMap(
                                entry -> entry.getKey().text(), Map.Entry::getValue));
    }

    private void reopen() {
        storage.close();
        storage = Storage.at(log, Durability.WRITE);
        cakes = storage.map("cakes", new TextFormat());
    }

    /// Waits until compaction has brought the log below that size, writing more to set it off.
    private void awaitSize(long bytes) throws InterruptedException {
        for (int i = 0; i < 1000 && log.toFile().length() > bytes; i++) {
            for (int more = 0; more < 50; more++) {
                put("same", LONG);
            }
            Thread.sleep(Duration.ofMillis(10));
        }
        assertThat(log.toFile().length()).isLessThan(bytes);
    }
}

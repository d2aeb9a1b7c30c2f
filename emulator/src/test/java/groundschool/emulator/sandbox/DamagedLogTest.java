package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed process, a lost power supply or a bad disk leave, and what is made of it.
class DamagedLogTest {

    @TempDir Path folder;

    private Path log;
    private int secondBegins;
    private int lastBegins;

    @BeforeEach
    void bake_three_cakes() {
        log = folder.resolve("log");
        bake("1", "Linzer Torte");
        secondBegins = size();
        bake("2", "Sachertorte");
        lastBegins = size();
        bake("3", "Gugelhupf");
    }

    @Test
    void cuts_off_a_last_record_that_ends_at_any_byte() throws IOException {
        var whole = Files.readAllBytes(log);
        for (int end = lastBegins; end < whole.length; end++) {
            Files.write(log, Arrays.copyOf(whole, end));

            assertThat(cakes()).containsOnlyKeys("1", "2");
            assertThat(size()).isEqualTo(lastBegins);
        }
    }

    @Test
    void cuts_off_a_last_record_with_a_wrong_byte_anywhere() throws IOException {
        var whole = Files.readAllBytes(log);
        for (int i = lastBegins; i < whole.length; i++) {
            var damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(log, damaged);

            assertThat(cakes()).as("wrong byte at %d", i).containsOnlyKeys("1", "2");
        }
    }

    @Test
    void cuts_off_zeros_and_old_blocks_that_a_loss_of_power_leaves() throws IOException {
        Files.write(log, new byte[5000], StandardOpenOption.APPEND);
        assertThat(cakes()).containsOnlyKeys("1", "2", "3");

        var other = folder.resolve("other");
        try (var storage = Storage.at(other, Durability.WRITE)) {
            var map = storage.map("cakes", new TextFormat());
            storage.transition(() -> map.put(Key.of("9"), "of another file"));
        }
        var record = Files.readAllBytes(other);
        Files.write(
                log,
                Arrays.copyOfRange(record, LogFormat.HEADER_BYTES, record.length),
                StandardOpenOption.APPEND);
        assertThat(cakes()).containsOnlyKeys("1", "2", "3");
    }

    @Test
    void writes_on_after_what_was_cut_off() throws IOException {
        truncate(size() - 1);

        bake("4", "Krapfen");

        assertThat(cakes()).containsOnlyKeys("1", "2", "4");
    }

    @Test
    void begins_anew_when_not_even_the_header_was_written() throws IOException {
        for (int end = 0; end < LogFormat.HEADER_BYTES; end++) {
            truncate(end);

            assertThat(cakes()).isEmpty();
            bake("1", "Linzer Torte");
            assertThat(cakes()).containsOnlyKeys("1");
        }
    }

    @Test
    void refuses_a_log_that_is_damaged_before_its_last_record_and_leaves_it_alone()
            throws IOException {
        var whole = Files.readAllBytes(log);
        for (int i = LogFormat.HEADER_BYTES; i < lastBegins; i++) {
            var damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(log, damaged);

            assertThatThrownBy(this::cakes)
                    .isInstanceOf(StorageException.class)
                    .hasMessage(
                            "%s is damaged at byte %d of %d; what was stored there cannot be read. Restore the file from a backup.",
                            log,
                            i < secondBegins ? LogFormat.HEADER_BYTES : secondBegins,
                            whole.length);
            assertThat(log).hasBinaryContent(damaged);
        }
    }

    @Test
    void refuses_a_log_whose_header_is_damaged() throws IOException {
        var whole = Files.readAllBytes(log);
        for (int i = 0; i < LogFormat.HEADER_BYTES; i++) {
            var damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(log, damaged);

            assertThatThrownBy(this::cakes)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is damaged at byte 0 of");
        }
    }

    @Test
    void is_not_fooled_by_a_learner_who_stores_a_log() throws IOException {
        var record = Files.readAllBytes(log);
        try (var storage = Storage.at(folder.resolve("outer"), Durability.WRITE)) {
            var files = storage.map("files", new BytesFormat());
            storage.transition(() -> files.put(Key.of("stored"), record));
        }
        var outer = Files.readAllBytes(folder.resolve("outer"));
        Files.write(folder.resolve("outer"), Arrays.copyOf(outer, outer.length - 1));

        try (var storage = Storage.at(folder.resolve("outer"), Durability.WRITE)) {
            assertThat(storage.map("files", new BytesFormat()).isEmpty()).isTrue();
        }
    }

    @Test
    void says_what_is_wrong_with_a_log_that_cannot_be_read() throws IOException {
        Files.delete(log);
        Files.createDirectories(log.resolve("a folder in its place"));

        assertThatThrownBy(this::cakes)
                .isInstanceOf(StorageException.class)
                .hasMessage("Cannot read %s: %s (Is a directory)", log, log);
    }

    private Map<String, String> cakes() {
        try (var storage = Storage.at(log, Durability.WRITE)) {
            return storage.map("cakes", new TextFormat())
                    .ascending()
                    .collect(
                            java.util.stream.Collectors.toMap(
                                    entry -> entry.getKey().text(), Map.Entry::getValue));
        }
    }

    private void bake(String key, String cake) {
        try (var storage = Storage.at(log, Durability.WRITE)) {
            var cakes = storage.map("cakes", new TextFormat());
            storage.transition(() -> cakes.put(Key.of(key), cake));
        }
    }

    private int size() {
        return (int) log.toFile().length();
    }

    private void truncate(int size) throws IOException {
        Files.write(log, Arrays.copyOf(Files.readAllBytes(log), size));
    }

    private static final class BytesFormat implements Format<byte[]> {

        @Override
        public byte[] write(byte[] value) {
            return value;
        }

        @Override
        public byte[] read(byte[] bytes) {
            return bytes;
        }
    }
}

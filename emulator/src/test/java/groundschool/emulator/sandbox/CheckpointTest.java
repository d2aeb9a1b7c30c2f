package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    @TempDir Path folder;

    private Optional<Storage> storage = Optional.empty();

    @AfterEach
    void close() {
        storage.ifPresent(Storage::close);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void brings_back_what_was_changed_removed_and_dropped(boolean isOnDisk) {
        storage = Optional.of(isOnDisk ? onDisk() : Storage.inMemory());
        put("1", "Linzer Torte");
        put("2", "Sachertorte");
        var start = storage().checkpoint();

        put("1", "burnt");
        storage().transition(() -> cakes().remove(Key.of("2")));
        storage().transition(() -> storage().drop("cakes"));
        put("3", "Gugelhupf");
        storage().rewind(start);

        assertThat(all()).isEqualTo("1=Linzer Torte 2=Sachertorte");
    }

    @Test
    void is_undone_by_a_checkpoint_made_just_before() {
        storage = Optional.of(onDisk());
        var start = storage().checkpoint();
        put("1", "Linzer Torte");

        var before = storage().checkpoint();
        storage().rewind(start);
        assertThat(all()).isEmpty();
        storage().rewind(before);

        assertThat(all()).isEqualTo("1=Linzer Torte");
        storage().rewind(start);
        assertThat(all()).isEmpty();
    }

    @Test
    void is_there_after_a_restart_as_is_the_rewinding() {
        storage = Optional.of(onDisk());
        put("1", "Linzer Torte");
        var one = storage().checkpoint();
        put("2", "Sachertorte");
        var two = storage().checkpoint();
        put("3", "Gugelhupf");

        storage().rewind(one);
        reopen();
        assertThat(all()).isEqualTo("1=Linzer Torte");
        storage().rewind(two);
        reopen();

        assertThat(all()).isEqualTo("1=Linzer Torte 2=Sachertorte");
    }

    @Test
    void is_known_by_its_number_alone() {
        storage = Optional.of(onDisk());
        put("1", "Linzer Torte");
        long number = storage().checkpoint().number();
        put("1", "burnt");
        reopen();

        storage().rewind(new Checkpoint(number));

        assertThat(all()).isEqualTo("1=Linzer Torte");
    }

    @Test
    void is_gone_once_released_and_its_number_is_not_given_again() {
        storage = Optional.of(onDisk());
        var first = storage().checkpoint();
        storage().release(first);
        reopen();

        assertThatThrownBy(() -> storage().rewind(first))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no checkpoint 1.");
        assertThat(storage().checkpoint().number()).isEqualTo(2);
    }

    @Test
    void is_not_made_if_the_transition_around_it_fails() {
        storage = Optional.of(onDisk());

        assertThatThrownBy(() ->
                        storage()
                                .transition(() -> {
                                    storage().checkpoint();
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");

        assertThatThrownBy(() -> storage().rewind(new Checkpoint(1)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void is_nothing_that_a_fork_knows_or_changes() {
        storage = Optional.of(onDisk());
        put("1", "Linzer Torte");
        var start = storage().checkpoint();
        long size = folder.resolve("log").toFile().length();

        var fork = storage().fork();
        fork.transition(() -> fork.map("cakes", new TextFormat()).put(Key.of("1"), "burnt"));

        assertThat(all()).isEqualTo("1=Linzer Torte");
        assertThat(fork.map("cakes", new TextFormat()).get(Key.of("1"))).contains("burnt");
        assertThatThrownBy(() -> fork.rewind(start)).isInstanceOf(NoSuchElementException.class);
        assertThat(folder.resolve("log")).hasSize(size);
    }

    private Storage storage() {
        return storage.orElseThrow();
    }

    private StoredMap<String> cakes() {
        return storage().map("cakes", new TextFormat());
    }

    private void put(String key, String value) {
        storage().transition(() -> cakes().put(Key.of(key), value));
    }

    private String all() {
        return cakes().ascending()
                .map(entry -> entry.getKey().text() + "=" + entry.getValue())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private Storage onDisk() {
        return Storage.at(folder.resolve("log"), Durability.WRITE);
    }

    private void reopen() {
        storage().close();
        storage = Optional.of(onDisk());
    }
}

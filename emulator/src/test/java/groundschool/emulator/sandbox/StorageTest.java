package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

    @TempDir Path folder;

    private Storage storage;
    private StoredMap<String> cakes;

    @BeforeEach
    void open() {
        storage = Storage.at(folder.resolve("log"), Durability.WRITE);
        cakes = storage.map("cakes", new TextFormat());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /// Of these names, two and two are remembered in the same place.
    @Test
    void tells_maps_with_like_names_from_each_other() {
        var names = List.of("aXb", "bXb", "cXb", "a-map", "b-map", "");
        var maps = names.stream().map(name -> storage.map(name, new TextFormat())).toList();

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < maps.size(); i++) {
                var map = maps.get(i);
                var value = names.get(i) + round;
                storage.transition(() -> map.put(Key.of("key"), value));
            }
            for (int i = 0; i < maps.size(); i++) {
                assertThat(maps.get(i).get(Key.of("key"))).contains(names.get(i) + round);
                assertThat(storage.map(names.get(i), new TextFormat()).size()).isEqualTo(1);
            }
        }
        var before = storage.checkpoint();
        storage.transition(() -> storage.drop("bXb"));
        assertThat(maps.get(1).isEmpty()).isTrue();
        assertThat(maps.get(0).get(Key.of("key"))).contains("aXb2");
        storage.transition(() -> storage.copy("cXb", "aXb", new TextFormat()));
        assertThat(maps.get(0).get(Key.of("key"))).contains("cXb2");

        storage.rewind(before);

        assertThat(maps.get(0).get(Key.of("key"))).contains("aXb2");
        assertThat(maps.get(1).get(Key.of("key"))).contains("bXb2");
    }

    @Test
    void keeps_values_packed_whose_format_asks_for_it() {
        var reads = new AtomicInteger();
        var format =
                new Format<String>() {
                    @Override
                    public byte[] write(String value) {
                        return Key.of(value).bytes();
                    }

                    @Override
                    public String read(byte[] bytes) {
                        reads.incrementAndGet();
                        return Key.of(bytes).text();
                    }

                    @Override
                    public boolean staysPacked() {
                        return true;
                    }
                };
        var packed = storage.map("packed", format);
        storage.transition(() -> packed.put(Key.of("1"), "Gugelhupf"));

        assertThat(packed.get(Key.of("1"))).contains("Gugelhupf");
        assertThat(packed.get(Key.of("1"))).contains("Gugelhupf");
        assertThat(reads).hasValue(2);
        reopen();
        var again = storage.map("packed", format);
        assertThat(again.get(Key.of("1"))).contains("Gugelhupf");
        assertThat(again.ascending().toList()).hasSize(1);
    }

    @Test
    void finds_what_was_put_after_it_was_opened_again() {
        put("1", "Linzer Torte");
        put("2", "Sachertorte");

        reopen();

        assertThat(all()).containsExactly("1=Linzer Torte", "2=Sachertorte");
    }

    @Test
    void finds_nothing_of_what_was_removed_or_dropped() {
        put("1", "Linzer Torte");
        put("2", "Sachertorte");
        storage.map("breads", new TextFormat());
        storage.transition(() -> storage.map("breads", new TextFormat()).put(Key.of("1"), "rye"));

        storage.transition(() -> cakes.remove(Key.of("1")));
        storage.transition(() -> storage.drop("breads"));
        reopen();

        assertThat(all()).containsExactly("2=Sachertorte");
        assertThat(storage.map("breads", new TextFormat()).isEmpty()).isTrue();
    }

    @Test
    void does_not_make_a_file_before_something_is_written() {
        storage.transition(() -> assertThat(cakes.get(Key.of("1"))).isEmpty());
        storage.transition(() -> cakes.size());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shows_a_transition_its_own_writes_and_nobody_else() throws InterruptedException {
        put("1", "Linzer Torte");

        storage.transition(() -> {
            cakes.put(Key.of("2"), "Sachertorte");
            cakes.remove(Key.of("1"));
            assertThat(cakes.get(Key.of("2"))).contains("Sachertorte");
            assertThat(all()).containsExactly("2=Sachertorte");
            var other = Thread.ofVirtual().start(() -> seenByOther = all());
            try {
                other.join();
            } catch (InterruptedException interrupt) {
                throw new IllegalStateException(interrupt);
            }
        });

        assertThat(seenByOther).containsExactly("1=Linzer Torte");
        assertThat(all()).containsExactly("2=Sachertorte");
    }

    private volatile List<String> seenByOther = List.of();

    @Test
    void changes_nothing_when_a_transition_throws() {
        put("1", "Linzer Torte");

        assertThatThrownBy(() ->
                        storage.transition(() -> {
                            cakes.put(Key.of("1"), "burnt");
                            storage.drop("cakes");
                            throw new IllegalArgumentException("too hot");
                        }))
                .hasMessage("too hot");

        assertThat(all()).containsExactly("1=Linzer Torte");
        reopen();
        assertThat(all()).containsExactly("1=Linzer Torte");
    }

    @Test
    void makes_a_transition_within_another_part_of_it() {
        assertThatThrownBy(() ->
                        storage.transition(() -> {
                            put("1", "Linzer Torte");
                            throw new IllegalArgumentException("too hot");
                        }))
                .hasMessage("too hot");

        assertThat(all()).isEmpty();
    }

    @Test
    void takes_back_an_inner_transition_that_throws_and_keeps_the_outer() {
        storage.transition(() -> {
            put("1", "Linzer Torte");
            assertThatThrownBy(() ->
                            storage.transition(() -> {
                                put("1", "burnt");
                                put("2", "burnt");
                                throw new IllegalArgumentException();
                            }))
                    .isInstanceOf(IllegalArgumentException.class);
            put("3", "Gugelhupf");
        });

        reopen();

        assertThat(all()).containsExactly("1=Linzer Torte", "3=Gugelhupf");
    }

    @Test
    void refuses_writes_outside_of_a_transition() {
        assertThatIllegalStateException()
                .isThrownBy(() -> cakes.put(Key.of("1"), "Linzer Torte"))
                .withMessage("Writes need a transition.");
        assertThatIllegalStateException().isThrownBy(() -> cakes.remove(Key.of("1")));
        assertThatIllegalStateException().isThrownBy(() -> storage.drop("cakes"));
        assertThat(all()).isEmpty();
    }

    @Test
    void gives_ranges_in_both_directions() {
        storage.transition(
                () -> List.of("a", "b", "c", "d").forEach(key -> cakes.put(Key.of(key), key)));

        var from = Optional.of(Key.of("b"));
        var to = Optional.of(Key.of("d"));

        assertThat(cakes.ascending(from, to).map(Map.Entry::getValue)).containsExactly("b", "c");
        assertThat(cakes.descending(from, to).map(Map.Entry::getValue)).containsExactly("c", "b");
        assertThat(cakes.descending(Optional.empty(), from).map(Map.Entry::getValue))
                .containsExactly("a");
        assertThat(cakes.ascending(to, from)).isEmpty();
    }

    @Test
    void gives_a_stream_that_shows_the_map_as_it_was() {
        put("1", "Linzer Torte");
        var before = cakes.ascending();

        put("1", "Sachertorte");
        put("2", "Gugelhupf");

        assertThat(before.map(Map.Entry::getValue)).containsExactly("Linzer Torte");
    }

    @Test
    void comes_back_when_needed_after_it_has_left_memory() {
        put("1", "Linzer Torte");

        assertThat(storage.sleep(() -> true)).isTrue();

        assertThat(storage.isAwake()).isFalse();
        assertThat(all()).containsExactly("1=Linzer Torte");
        storage.sleep(() -> true);
        put("2", "Sachertorte");
        assertThat(all()).containsExactly("1=Linzer Torte", "2=Sachertorte");
    }

    @Test
    void does_not_leave_memory_during_a_transition_or_against_objections() {
        storage.transition(() -> assertThat(storage.sleep(() -> true)).isFalse());
        assertThat(storage.sleep(() -> false)).isFalse();

        assertThat(storage.isAwake()).isTrue();
    }

    @Test
    void says_so_when_it_is_used_after_it_was_closed() {
        storage.close();

        assertThatThrownBy(() -> put("1", "Linzer Torte"))
                .isInstanceOf(StorageException.class)
                .hasMessage("This sandbox has been closed.");
        assertThatThrownBy(this::all).isInstanceOf(StorageException.class);
    }

    @Test
    void is_written_to_by_a_thread_that_was_interrupted() {
        Thread.currentThread().interrupt();
        put("1", "Linzer Torte");
        assertThat(Thread.interrupted()).isTrue();

        put("2", "Sachertorte");
        reopen();

        assertThat(all()).containsExactly("1=Linzer Torte", "2=Sachertorte");
    }

    @Test
    void keeps_all_that_many_threads_write_at_once() throws InterruptedException {
        var threads =
                java.util.stream.IntStream.range(0, 8)
                        .mapToObj(baker ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            for (int i = 0; i < 500; i++) {
                                                put(baker + "-" + i, "roll");
                                                assertThat(cakes.size()).isPositive();
                                            }
                                        }))
                        .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(cakes.size()).isEqualTo(4000);
        reopen();
        assertThat(cakes.size()).isEqualTo(4000);
    }

    @Test
    void never_shows_half_a_transition() throws InterruptedException {
        var baker =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < 2000; i++) {
                                var number = Integer.toString(i);
                                storage.transition(() -> {
                                    put("left", number);
                                    put("right", number);
                                });
                            }
                        });

        while (baker.isAlive()) {
            assertThat(cakes.ascending().map(Map.Entry::getValue).distinct()).hasSizeLessThan(2);
        }
        baker.join();
    }

    @Test
    void survives_a_loss_of_power_if_told_to() {
        storage.close();
        storage = Storage.at(folder.resolve("deep/in/log"), Durability.FSYNC);
        cakes = storage.map("cakes", new TextFormat());

        put("1", "Linzer Torte");
        reopen(folder.resolve("deep/in/log"));

        assertThat(all()).containsExactly("1=Linzer Torte");
    }

    private void put(String key, String value) {
        storage.transition(() -> cakes.put(Key.of(key), value));
    }

    private List<String> all() {
        return cakes.ascending()
                .map(entry -> entry.getKey().text() + "=" + entry.getValue())
                .toList();
    }

    private void reopen() {
        reopen(folder.resolve("log"));
    }

    private void reopen(Path log) {
        storage.close();
        storage = Storage.at(log, Durability.WRITE);
        cakes = storage.map("cakes", new TextFormat());
    }
}

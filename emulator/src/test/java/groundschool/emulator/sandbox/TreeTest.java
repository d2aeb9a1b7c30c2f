package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 1000})
    void holds_what_a_tree_map_holds_whatever_is_done(int keys) {
        var random = new Random(keys);
        var expected = new TreeMap<Key, Integer>();
        Tree<Integer> tree = Tree.empty();

        for (int i = 0; i < 20_000; i++) {
            var key = key(random.nextInt(keys));
            if (random.nextInt(3) > 0) {
                expected.put(key, i);
                tree = tree.put(key, i);
            } else {
                expected.remove(key);
                tree = tree.remove(key);
            }
            if (i % 97 == 0) {
                var from = bound(random, keys);
                var to = bound(random, keys);
                assertThat(tree.size()).isEqualTo(expected.size());
                assertThat(list(tree.ascending(from, to))).isEqualTo(range(expected, from, to));
                assertThat(list(tree.descending(from, to)))
                        .isEqualTo(range(expected, from, to).reversed());
                assertThat(tree.get(key)).isEqualTo(Optional.ofNullable(expected.get(key)));
                assertIsBalanced(tree);
            }
        }
    }

    @Test
    void stays_balanced_when_keys_come_in_order_and_go_in_order() {
        Tree<Integer> tree = Tree.empty();
        for (int i = 0; i < 5000; i++) {
            tree = tree.put(key(i), i);
        }
        assertIsBalanced(tree);

        for (int i = 0; i < 4000; i++) {
            tree = tree.remove(key(i));
        }

        assertIsBalanced(tree);
        assertThat(tree.size()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 40, 3000})
    void takes_many_writes_at_once_as_it_would_one_by_one(int writes) {
        var random = new Random(writes);
        Tree<Integer> before = Tree.empty();
        for (int i = 0; i < 1000; i++) {
            before = before.put(key(random.nextInt(2000)), i);
        }
        var expected = before;
        var written = new TreeMap<Key, Optional<Integer>>();
        for (int i = 0; i < writes; i++) {
            var key = key(random.nextInt(2000));
            boolean isPut = random.nextBoolean();
            written.put(key, isPut ? Optional.of(-i) : Optional.empty());
            expected = isPut ? expected.put(key, -i) : expected.remove(key);
        }

        var after = before.put(written);

        assertThat(list(after.ascending(Optional.empty(), Optional.empty())))
                .isEqualTo(list(expected.ascending(Optional.empty(), Optional.empty())));
        assertIsBalanced(after);
    }

    @Test
    void takes_entries_in_order_as_they_are() {
        var keys = new ArrayList<Key>();
        var values = new ArrayList<Integer>();
        for (int i = 0; i < 777; i++) {
            keys.add(key(2 * i));
            values.add(i);
        }

        var fresh = Tree.<Integer>empty().put(keys, values);
        var onto = Tree.<Integer>empty().put(key(0), -1).put(key(1), -2).put(keys, values);

        assertIsBalanced(fresh);
        assertThat(fresh.size()).isEqualTo(777);
        assertThat(onto.size()).isEqualTo(778);
        assertThat(onto.get(key(0))).contains(0);
        assertThat(onto.get(key(1))).contains(-2);
    }

    @Test
    void leaves_the_old_map_as_it_was() {
        Tree<String> old = Tree.<String>empty().put(key(1), "one");

        old.put(key(1), "another").put(key(2), "two").remove(key(1));

        assertThat(list(old.ascending(Optional.empty(), Optional.empty())))
                .containsExactly(Map.entry(key(1), "one"));
    }

    @Test
    void is_the_same_map_if_there_was_nothing_to_remove() {
        var tree = Tree.<String>empty().put(key(1), "one").put(key(2), "two");

        assertThat(tree.remove(key(3))).isSameAs(tree);
    }

    private static void assertIsBalanced(Tree<?> tree) {
        if (tree instanceof Tree.Node<?> node) {
            int left = node.left.size();
            int right = node.right.size();
            assertThat(left + right <= 1 || left <= 3 * right && right <= 3 * left)
                    .as("balance of %d and %d", left, right)
                    .isTrue();
            assertIsBalanced(node.left);
            assertIsBalanced(node.right);
        }
    }

    private static List<Map.Entry<Key, Integer>> range(
            TreeMap<Key, Integer> map, Optional<Key> from, Optional<Key> to) {
        return map.entrySet().stream()
                .filter(e -> from.isEmpty() || e.getKey().compareTo(from.get()) >= 0)
                .filter(e -> to.isEmpty() || e.getKey().compareTo(to.get()) < 0)
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .toList();
    }

    private static <V> List<Map.Entry<Key, V>> list(Iterator<Map.Entry<Key, V>> entries) {
        var list = new ArrayList<Map.Entry<Key, V>>();
        entries.forEachRemaining(e -> list.add(Map.entry(e.getKey(), e.getValue())));
        return list;
    }

    private static Optional<Key> bound(Random random, int keys) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(key(random.nextInt(keys)));
    }

    private static Key key(int number) {
        return Key.of("%05d".formatted(number));
    }
}

package groundschool.emulator.sandbox;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An immutable ordered map: a change gives a new map, which shares with the old one all but the
/// path to the change.
///
/// So a transition is a new root, to abandon it is to forget that root, and a checkpoint or a fork
/// is an old root that somebody keeps. Whoever reads has a root that nobody will change.
///
/// A weight-balanced tree, since that needs no more per entry than its size: 32 bytes.
///
/// Source: [Hirai and Yamamoto, Balancing weight-balanced trees](https://yoichihirai.com/bst.pdf),
/// for the two constants
sealed interface Tree<V> {

    /// A side may weigh this many times the other.
    int DELTA = 3;

    /// From this ratio between the heavy side's own sides on, one rotation is not enough.
    int GAMMA = 2;

    /// Writes that are fewer than the entries by this factor go into the tree one by one.
    int MANY = 16;

    /// A map without entries.
    @SuppressWarnings("unchecked") // it holds no V
    static <V> Tree<V> empty() {
        return (Tree<V>) Empty.INSTANCE;
    }

    /// The number of entries.
    int size();

    default boolean isEmpty() {
        return size() == 0;
    }

    default Optional<V> get(Key key) {
        var tree = this;
        while (tree instanceof Node<V> node) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            tree = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    /// This map with that entry added or replaced.
    default Tree<V> put(Key key, V value) {
        return switch (this) {
            case Empty<V> _ -> new Node<>(key, value, empty(), empty());
            case Node<V> node -> {
                int order = key.compareTo(node.key);
                if (order == 0) {
                    yield new Node<>(node.key, value, node.left, node.right);
                }
                yield order < 0
                        ? balance(node, node.left.put(key, value), node.right)
                        : balance(node, node.left, node.right.put(key, value));
            }
        };
    }

    /// This map without that entry: this very map if it has none such.
    default Tree<V> remove(Key key) {
        return switch (this) {
            case Empty<V> _ -> this;
            case Node<V> node -> {
                int order = key.compareTo(node.key);
                if (order == 0) {
                    yield join(node.left, node.right);
                }
                var left = order < 0 ? node.left.remove(key) : node.left;
                var right = order > 0 ? node.right.remove(key) : node.right;
                yield left == node.left && right == node.right ? this : balance(node, left, right);
            }
        };
    }

    /// This map with entries added or replaced.
    ///
    /// @param keys in order
    /// @param values of the keys, one each
    default Tree<V> put(List<Key> keys, List<V> values) {
        if (isEmpty()) {
            return balanced(keys, values, 0, keys.size());
        }
        var written = new TreeMap<Key, Optional<V>>();
        for (int i = 0; i < keys.size(); i++) {
            written.put(keys.get(i), Optional.of(values.get(i)));
        }
        return put(written);
    }

    /// This map with many entries added, replaced, or removed.
    ///
    /// @param written by key; absent for what is removed
    default Tree<V> put(SortedMap<Key, Optional<V>> written) {
        if (written.size() < size() / MANY) {
            var tree = this;
            for (var entry : written.entrySet()) {
                var value = entry.getValue();
                tree =
                        value.isPresent()
                                ? tree.put(entry.getKey(), value.get())
                                : tree.remove(entry.getKey());
            }
            return tree;
        }
        var keys = new ArrayList<Key>(written.size() + size());
        var values = new ArrayList<V>(written.size() + size());
        var kept = ascending(Optional.empty(), Optional.empty());
        var next = kept.hasNext() ? Optional.of(kept.next()) : Optional.<Map.Entry<Key, V>>empty();
        for (var entry : written.entrySet()) {
            var key = entry.getKey();
            while (next.isPresent() && next.get().getKey().compareTo(key) <= 0) {
                if (!next.get().getKey().equals(key)) {
                    keys.add(next.get().getKey());
                    values.add(next.get().getValue());
                }
                next = kept.hasNext() ? Optional.of(kept.next()) : Optional.empty();
            }
            if (entry.getValue().isPresent()) {
                keys.add(key);
                values.add(entry.getValue().get());
            }
        }
        while (next.isPresent()) {
            keys.add(next.get().getKey());
            values.add(next.get().getValue());
            next = kept.hasNext() ? Optional.of(kept.next()) : Optional.empty();
        }
        return balanced(keys, values, 0, keys.size());
    }

    /// Those entries, which are in order, as a tree whose sides weigh the same.
    private static <V> Tree<V> balanced(List<Key> keys, List<V> values, int from, int to) {
        if (from == to) {
            return empty();
        }
        int middle = (from + to) >>> 1;
        return new Node<>(
                keys.get(middle),
                values.get(middle),
                balanced(keys, values, from, middle),
                balanced(keys, values, middle + 1, to));
    }

    /// The entries from `from` on and before `to`, ascending; an absent bound is open.
    default Iterator<Map.Entry<Key, V>> ascending(Optional<Key> from, Optional<Key> to) {
        return new TreeRange<>(this, from, to, false);
    }

    /// The entries before `to` and not before `from`, descending; an absent bound is open.
    default Iterator<Map.Entry<Key, V>> descending(Optional<Key> from, Optional<Key> to) {
        return new TreeRange<>(this, from, to, true);
    }

    /// No entry.
    final class Empty<V> implements Tree<V> {

        private static final Empty<?> INSTANCE = new Empty<>();

        private Empty() {}

        @Override
        public int size() {
            return 0;
        }
    }

    /// An entry, those before it, and those after it.
    final class Node<V> implements Tree<V>, Map.Entry<Key, V> {

        private final Key key;
        private final V value;
        final Tree<V> left;
        final Tree<V> right;
        private final int size;

        private Node(Key key, V value, Tree<V> left, Tree<V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.size = left.size() + right.size() + 1;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Key getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public V setValue(V value) {
            throw new UnsupportedOperationException("Entries are written with put.");
        }
    }

    private static <V> Tree<V> balance(Node<V> middle, Tree<V> left, Tree<V> right) {
        if (left.size() + right.size() > 1) {
            if (right instanceof Node<V> heavy && right.size() > DELTA * left.size()) {
                return heavy.left instanceof Node<V> inner
                                && inner.size >= GAMMA * heavy.right.size()
                        ? node(
                                inner,
                                node(middle, left, inner.left),
                                node(heavy, inner.right, heavy.right))
                        : node(heavy, node(middle, left, heavy.left), heavy.right);
            }
            if (left instanceof Node<V> heavy && left.size() > DELTA * right.size()) {
                return heavy.right instanceof Node<V> inner
                                && inner.size >= GAMMA * heavy.left.size()
                        ? node(
                                inner,
                                node(heavy, heavy.left, inner.left),
                                node(middle, inner.right, right))
                        : node(heavy, heavy.left, node(middle, heavy.right, right));
            }
        }
        return node(middle, left, right);
    }

    private static <V> Node<V> node(Node<V> entry, Tree<V> left, Tree<V> right) {
        return new Node<>(entry.key, entry.value, left, right);
    }

    /// All of `left` and `right`, whose entry between has gone.
    private static <V> Tree<V> join(Tree<V> left, Tree<V> right) {
        if (!(left instanceof Node<V> before)) {
            return right;
        }
        if (!(right instanceof Node<V> after)) {
            return left;
        }
        if (left.size() > right.size()) {
            var last = last(before);
            return balance(last, left.remove(last.key), right);
        }
        var first = first(after);
        return balance(first, left, right.remove(first.key));
    }

    private static <V> Node<V> first(Node<V> node) {
        while (node.left instanceof Node<V> before) {
            node = before;
        }
        return node;
    }

    private static <V> Node<V> last(Node<V> node) {
        while (node.right instanceof Node<V> after) {
            node = after;
        }
        return node;
    }
}

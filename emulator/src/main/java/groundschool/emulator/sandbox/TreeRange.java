package groundschool.emulator.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Walks the entries of a tree between two bounds, in either direction.
final class TreeRange<V> implements Iterator<Map.Entry<Key, V>> {

    private final Optional<Key> from;
    private final Optional<Key> to;
    private final boolean descending;

    /// The next entry on top, below it those that follow once its far side is done.
    private final Deque<Tree.Node<V>> path = new ArrayDeque<>();

    /// @param from the least key, included
    /// @param to the key that all are less than
    TreeRange(Tree<V> tree, Optional<Key> from, Optional<Key> to, boolean descending) {
        this.from = from;
        this.to = to;
        this.descending = descending;
        descend(tree);
    }

    @Override
    public boolean hasNext() {
        return !path.isEmpty() && !isBeyondEnd(path.peek().getKey());
    }

    @Override
    public Map.Entry<Key, V> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var node = path.pop();
        descend(descending ? node.left : node.right);
        return node;
    }

    /// Goes to the first entry of `tree` within the bounds, keeping those that come after it.
    private void descend(Tree<V> tree) {
        while (tree instanceof Tree.Node<V> node) {
            if (isBeforeStart(node.getKey())) {
                tree = descending ? node.left : node.right;
            } else {
                path.push(node);
                tree = descending ? node.right : node.left;
            }
        }
    }

    private boolean isBeforeStart(Key key) {
        return descending ? !isBelowTo(key) : !isFrom(key);
    }

    private boolean isBeyondEnd(Key key) {
        return descending ? !isFrom(key) : !isBelowTo(key);
    }

    private boolean isFrom(Key key) {
        return from.isEmpty() || key.compareTo(from.get()) >= 0;
    }

    private boolean isBelowTo(Key key) {
        return to.isEmpty() || key.compareTo(to.get()) < 0;
    }
}

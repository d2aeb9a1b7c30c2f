package groundschool.emulator.sandbox;

import org.jspecify.annotations.Nullable;

/// Where the maps of a state are that somebody has asked for: a call looks into the same dozen of
/// them several times, and by their names each takes a walk down a tree.
///
/// It takes no lock: a map is remembered in the place of whichever had its slot, and who does not
/// find it looks in the state.
final class FoundMaps {

    /// A power of two, and several times the maps that a call looks into.
    private static final int SLOTS = 32;

    private final @Nullable Found[] slots;

    private record Found(Key name, Tree<Object> entries) {}

    FoundMaps() {
        this(new Found[SLOTS]);
    }

    private FoundMaps(@Nullable Found[] slots) {
        this.slots = slots;
    }

    @Nullable Tree<Object> get(Key name) {
        var found = slots[slot(name)];
        return found != null && found.name.equals(name) ? found.entries : null;
    }

    void put(Key name, Tree<Object> entries) {
        slots[slot(name)] = new Found(name, entries);
    }

    /// What is known of a state in which only that map is another.
    FoundMaps with(Key name, Tree<Object> entries) {
        var others = slots.clone();
        others[slot(name)] = new Found(name, entries);
        return new FoundMaps(others);
    }

    /// The same for all keys of a name, from those of its bytes in which names differ most.
    private static int slot(Key name) {
        var bytes = name.bytes();
        int length = bytes.length;
        return length == 0
                ? 0
                : 31 * length + 17 * bytes[length - 1] + bytes[length / 2] & SLOTS - 1;
    }
}

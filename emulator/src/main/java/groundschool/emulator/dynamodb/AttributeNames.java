package groundschool.emulator.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Names of attributes that were read lately: the items of a table have the same ones, and to make
/// and to hash a text for each takes as long as to find it.
///
/// It takes no lock: a name is kept in the place of whichever had its slot.
final class AttributeNames {

    /// Longer ones are not kept, so that all of them together take 100 kB at most.
    private static final int LONGEST = 40;

    /// A power of two.
    private static final int SLOTS = 1024;

    private static final @Nullable Name[] RECENT = new Name[SLOTS];

    private AttributeNames() {}

    private record Name(byte[] utf8, String text) {}

    /// The name that these bytes are.
    static String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 10) & SLOTS - 1;
        var recent = RECENT[slot];
        if (recent != null && Arrays.equals(recent.utf8, 0, recent.utf8.length, bytes, from, to)) {
            return recent.text;
        }
        var utf8 = Arrays.copyOfRange(bytes, from, to);
        var text = new String(utf8, StandardCharsets.UTF_8);
        RECENT[slot] = new Name(utf8, text);
        return text;
    }
}

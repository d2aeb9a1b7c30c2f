package groundschool.content.markdown;

import java.util.Arrays;

/// Where the lines of a text begin.
final class Lines {

    private final int[] starts;

    Lines(String text) {
        var found = new int[text.length() + 1];
        var count = 1;
        for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /// The line of a character, from 1.
    int at(int offset) {
        var found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}

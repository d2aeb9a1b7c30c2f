package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.sandbox.Key;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// How long a partition has had to refuse requests, and which keys they were about. Times are in
/// microseconds.
///
/// Source: [Adaptive
/// capacity](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html#adaptive-capacity)
final class Heat {

    /// Unlike AWS, which does not say after how long it splits a partition.
    private static final long LASTING = micros(Duration.ofMinutes(5));

    /// Heat that pauses for so long is over.
    private static final long PAUSE = micros(Duration.ofMinutes(1));

    private static final int REMEMBERED = 16;

    private final Key[] keys = new Key[REMEMBERED];
    private int refusals;
    private long since;
    private long last;

    Heat(long now) {
        since = now;
        last = now;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    /// Notes a request that was refused.
    void note(Key key, long now) {
        if (now - last > PAUSE) {
            since = now;
            refusals = 0;
        }
        last = now;
        keys[refusals % REMEMBERED] = key;
        refusals++;
    }

    /// Whether it has lasted long enough for the partition to be split.
    boolean lasts() {
        return last - since >= LASTING && refusals >= REMEMBERED;
    }

    /// Where the partition is best split: so that half of the heat goes to the new one; or, if it
    /// is all about one key, around that.
    ///
    /// @param together the least of those keys that cannot be told apart from a key, as they stay
    ///   in one partition
    /// @param after the least key that can be told apart from such a key and comes after it
    List<Key> splits(UnaryOperator<Key> together, UnaryOperator<Key> after) {
        var sorted = Arrays.stream(keys).map(together).sorted().toList();
        var first = sorted.getFirst();
        var middle = sorted.get(REMEMBERED / 2);
        if (!middle.equals(first)) {
            return List.of(middle);
        }
        var others = sorted.stream().filter(key -> !key.equals(first)).findFirst();
        return List.of(first, others.orElseGet(() -> after.apply(first)));
    }
}

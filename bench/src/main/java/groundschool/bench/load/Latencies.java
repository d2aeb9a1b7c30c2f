package groundschool.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

/// How long each of many requests took.
public final class Latencies {

    private final long[] sorted;
    private final Duration time;

    private Latencies(long[] sorted, Duration time) {
        this.sorted = sorted;
        this.time = time;
    }

    /// @param nanoseconds in any order
    /// @param time how long all took together
    public static Latencies of(LongStream nanoseconds, Duration time) {
        var sorted = nanoseconds.toArray();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was answered in " + time);
        }
        return new Latencies(sorted, time);
    }

    /// Requests per second.
    public double perSecond() {
        return sorted.length / (time.toNanos() / 1e9);
    }

    /// What this share of the requests did not exceed, such as 0.99 of them.
    public double milliseconds(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / 1e6;
    }

    /// What this share of the requests did not exceed.
    public double microseconds(double share) {
        return milliseconds(share) * 1000;
    }
}

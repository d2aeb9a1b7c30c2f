package groundschool.emulator.cloudwatch;

import groundschool.emulator.sandbox.Format;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The values of a metric in one minute, or one second, of one unit.
///
/// @param values how often each was given, for percentiles; empty if only sums were, or too many
///   different ones
public record Bucket(
        double count,
        double sum,
        double minimum,
        double maximum,
        SortedMap<Double, Double> values) {

    /// As many different values as one datum can have.
    private static final int MOST_VALUES = 150;

    public Bucket {
        values = new TreeMap<>(values);
    }

    /// So many times one value.
    public static Bucket of(double value, double times) {
        return new Bucket(times, value * times, value, value, new TreeMap<>(Map.of(value, times)));
    }

    /// What is known of both together.
    public Bucket plus(Bucket other) {
        var all = new TreeMap<Double, Double>();
        if (hasValues() && other.hasValues()) {
            all.putAll(values);
            other.values.forEach((value, times) -> all.merge(value, times, Double::sum));
        }
        return new Bucket(
                count + other.count,
                sum + other.sum,
                Math.min(minimum, other.minimum),
                Math.max(maximum, other.maximum),
                all.size() > MOST_VALUES * 10 ? new TreeMap<>() : all);
    }

    /// The same, small enough to be kept.
    Bucket kept() {
        return values.size() > MOST_VALUES
                ? new Bucket(count, sum, minimum, maximum, new TreeMap<>())
                : this;
    }

    /// Whether percentiles can be told.
    public boolean hasValues() {
        return !values.isEmpty();
    }

    public double average() {
        return sum / count;
    }

    /// Eight bytes for each number.
    static final class BucketFormat implements Format<Bucket> {

        private static final int NUMBERS = 4;

        @Override
        public byte[] write(Bucket bucket) {
            // One value says all; several are kept in pairs.
            boolean isPlain = bucket.values.size() == 1;
            int pairs = isPlain ? 0 : bucket.values.size();
            var out = ByteBuffer.allocate(1 + (NUMBERS + 2 * pairs) * Double.BYTES);
            out.put((byte) (isPlain ? 1 : 0));
            out.putDouble(bucket.count).putDouble(bucket.sum);
            out.putDouble(bucket.minimum).putDouble(bucket.maximum);
            if (!isPlain) {
                bucket.values.forEach((value, times) -> out.putDouble(value).putDouble(times));
            }
            return out.array();
        }

        @Override
        public Bucket read(byte[] bytes) {
            var in = ByteBuffer.wrap(bytes);
            boolean isPlain = in.get() == 1;
            double count = in.getDouble();
            double sum = in.getDouble();
            double minimum = in.getDouble();
            double maximum = in.getDouble();
            var values = new TreeMap<Double, Double>();
            if (isPlain) {
                values.put(minimum, count);
            }
            while (in.hasRemaining()) {
                values.put(in.getDouble(), in.getDouble());
            }
            return new Bucket(count, sum, minimum, maximum, values);
        }
    }
}

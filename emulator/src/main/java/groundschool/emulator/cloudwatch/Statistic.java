package groundschool.emulator.cloudwatch;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// What is told of the values of a period.
///
/// Source: [CloudWatch statistics
/// definitions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html)
public sealed interface Statistic {

    Pattern PERCENTILE = Pattern.compile("(p|tm|tc|ts)(\\d{1,2}(?:\\.\\d{1,10})?|100)");

    /// The statistic of that name.
    ///
    /// @return absent if there is none, or the emulator does not have it yet
    static Optional<Statistic> of(String name) {
        for (var simple : Simple.Kind.values()) {
            if (simple.label.equals(name)) {
                return Optional.of(new Simple(simple));
            }
        }
        var parts = PERCENTILE.matcher(name);
        return parts.matches()
                ? Optional.of(new OfValues(parts.group(1), Double.parseDouble(parts.group(2))))
                : Optional.empty();
    }

    /// Its value; absent if the values that it needs are not known.
    OptionalDouble of(Bucket bucket);

    /// One that needs no single values.
    record Simple(Kind kind) implements Statistic {

        /// By AWS's names.
        enum Kind {
            SAMPLE_COUNT("SampleCount"),
            AVERAGE("Average"),
            SUM("Sum"),
            MINIMUM("Minimum"),
            MAXIMUM("Maximum");

            private final String label;

            Kind(String label) {
                this.label = label;
            }
        }

        @Override
        public OptionalDouble of(Bucket bucket) {
            return OptionalDouble.of(
                    switch (kind) {
                        case SAMPLE_COUNT -> bucket.count();
                        case AVERAGE -> bucket.average();
                        case SUM -> bucket.sum();
                        case MINIMUM -> bucket.minimum();
                        case MAXIMUM -> bucket.maximum();
                    });
        }
    }

    /// A percentile, or a mean, count or sum of the values up to it.
    ///
    /// @param kind `p`, `tm`, `tc` or `ts`
    record OfValues(String kind, double percent) implements Statistic {

        @Override
        public OptionalDouble of(Bucket bucket) {
            if (!bucket.hasValues()) {
                return bucket.minimum() == bucket.maximum() && kind.equals("p")
                        ? OptionalDouble.of(bucket.minimum())
                        : OptionalDouble.empty();
            }
            double wanted = bucket.count() * percent / 100;
            double seen = 0;
            double sum = 0;
            double last = bucket.minimum();
            for (var entry : bucket.values().entrySet()) {
                double taken = Math.min(entry.getValue(), wanted - seen);
                if (taken <= 0) {
                    break;
                }
                seen += taken;
                sum += taken * entry.getKey();
                last = entry.getKey();
            }
            return OptionalDouble.of(
                    switch (kind) {
                        case "tm" -> seen == 0 ? last : sum / seen;
                        case "tc" -> seen;
                        case "ts" -> sum;
                        default -> last;
                    });
        }
    }
}

package groundschool.emulator.cloudwatch.math;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an expression gives.
public sealed interface Value {

    /// One number.
    record Scalar(double number) implements Value {}

    /// A number at each of some times.
    ///
    /// @param name of the query that it comes from; empty if it was computed
    record Series(String name, SortedMap<Instant, Double> points) implements Value {
        public Series {
            points = new TreeMap<>(points);
        }

        static Series computed(SortedMap<Instant, Double> points) {
            return new Series("", points);
        }
    }

    /// Several series.
    record Several(List<Series> all) implements Value {
        public Several {
            all = List.copyOf(all);
        }
    }

    /// A word that some functions take.
    record Word(String text) implements Value {}
}

package groundschool.emulator.cloudwatch;

import groundschool.emulator.sandbox.Key;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A metric: by namespace, name and all of its dimensions, in whatever order those are given.
public record MetricName(String namespace, String metricName, List<Dimension> dimensions) {

    public MetricName {
        dimensions =
                dimensions.stream()
                        .sorted(
                                Comparator.comparing(Dimension::name)
                                        .thenComparing(Dimension::value))
                        .toList();
    }

    Key key() {
        return Key.of(
                namespace
                        + "\0"
                        + metricName
                        + "\0"
                        + dimensions.stream()
                                .map(each -> each.name() + "\0" + each.value() + "\0")
                                .collect(Collectors.joining()));
    }
}

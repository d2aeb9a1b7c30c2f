package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.insights.Scalar.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// What is computed of all records of a group.
///
/// Source:
/// [stats](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html)
///
/// @param operand what of each record; all records count if it is absent from it only for `count`
/// @param percent for `pct`
record Aggregate(String name, Expression operand, double percent) {

    static final Set<String> NAMES =
            Set.of(
                    "count",
                    "count_distinct",
                    "sum",
                    "avg",
                    "min",
                    "max",
                    "pct",
                    "median",
                    "stddev",
                    "earliest",
                    "latest",
                    "sortsfirst",
                    "sortslast");

    static boolean isOne(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    Scalar of(List<Row> rows) {
        var values = new ArrayList<Scalar>();
        for (var row : rows) {
            var value = operand.of(row);
            if (value.isPresent()) {
                values.add(value);
            }
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "count" -> new Scalar.Number(values.size());
            case "count_distinct" ->
                    new Scalar.Number(values.stream().map(Scalar::text).distinct().count());
            case "sum" -> computed(values, numbers -> sum(numbers));
            case "avg" -> computed(values, numbers -> sum(numbers) / numbers.size());
            case "stddev" -> computed(values, Aggregate::deviation);
            case "pct" -> computed(values, numbers -> percentile(numbers, percent));
            case "median" -> computed(values, numbers -> percentile(numbers, 50));
            case "min", "sortsfirst" -> values.stream().min(Scalar.ORDER).orElse(new Missing());
            case "max", "sortslast" -> values.stream().max(Scalar.ORDER).orElse(new Missing());
            case "earliest" -> at(rows, true);
            default -> at(rows, false);
        };
    }

    /// The value of the first record, or the last, that has one.
    private Scalar at(List<Row> rows, boolean first) {
        var ordered = new ArrayList<>(rows);
        ordered.sort((one, other) ->
                Scalar.ORDER.compare(one.get("@timestamp"), other.get("@timestamp")));
        for (var row : first ? ordered : ordered.reversed()) {
            var value = operand.of(row);
            if (value.isPresent()) {
                return value;
            }
        }
        return new Missing();
    }

    private static Scalar computed(List<Scalar> values, ToDoubleFunction<List<Double>> function) {
        var numbers =
                values.stream()
                        .map(Scalar::number)
                        .filter(each -> each.isPresent())
                        .map(each -> each.getAsDouble())
                        .toList();
        return numbers.isEmpty()
                ? new Missing()
                : new Scalar.Number(function.applyAsDouble(numbers));
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double deviation(List<Double> numbers) {
        double average = sum(numbers) / numbers.size();
        return Math.sqrt(
                numbers.stream().mapToDouble(each -> (each - average) * (each - average)).sum()
                        / numbers.size());
    }

    private static double percentile(List<Double> numbers, double percent) {
        var sorted = numbers.stream().sorted().toList();
        double place = percent / 100 * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.size() - 1, below + 1);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);
    }
}

package groundschool.emulator.cloudwatch.math;

import groundschool.emulator.cloudwatch.math.MathExpression.Surroundings;
import groundschool.emulator.cloudwatch.math.MathParser.Node;
import groundschool.emulator.cloudwatch.math.Value.Scalar;
import groundschool.emulator.cloudwatch.math.Value.Series;
import groundschool.emulator.cloudwatch.math.Value.Several;
import groundschool.emulator.cloudwatch.math.Value.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// The functions of metric math. Those that are not here are refused by name.
final class MathFunctions {

    private MathFunctions() {}

    static Value apply(String name, List<Node> arguments, Surroundings around) {
        return switch (name) {
            case "SUM" -> over(name, arguments, around, MathFunctions::sum);
            case "AVG" -> over(name, arguments, around, MathFunctions::average);
            case "MIN" -> over(name, arguments, around, all -> stream(all).min().orElseThrow());
            case "MAX" -> over(name, arguments, around, all -> stream(all).max().orElseThrow());
            case "STDDEV" -> over(name, arguments, around, MathFunctions::deviation);
            case "DATAPOINT_COUNT" -> over(name, arguments, around, Collection::size);
            case "ABS" -> MathExpression.each(one(name, arguments, around), Math::abs);
            case "CEIL" -> MathExpression.each(one(name, arguments, around), Math::ceil);
            case "FLOOR" -> MathExpression.each(one(name, arguments, around), Math::floor);
            case "LOG" -> MathExpression.each(one(name, arguments, around), Math::log);
            case "LOG10" -> MathExpression.each(one(name, arguments, around), Math::log10);
            case "DIFF" -> steps(one(name, arguments, around), false);
            case "RATE" -> steps(one(name, arguments, around), true);
            case "RUNNING_SUM" -> running(one(name, arguments, around));
            case "PERIOD" -> new Scalar(around.period());
            case "TIME_SERIES" -> constant(one(name, arguments, around), around);
            case "FILL" -> fill(two(name, arguments, around), around);
            case "IF" -> choose(arguments, around);
            case "METRICS" -> metrics(arguments, around);
            default ->
                    throw new MathException(
                            "Groundschool's emulator does not have the function " + name + " yet");
        };
    }

    private static Value one(String name, List<Node> arguments, Surroundings around) {
        if (arguments.size() != 1) {
            throw new MathException(name + " takes one argument");
        }
        return MathExpression.evaluate(arguments.getFirst(), around);
    }

    private static List<Value> two(String name, List<Node> arguments, Surroundings around) {
        if (arguments.size() != 2) {
            throw new MathException(name + " takes two arguments");
        }
        return arguments.stream().map(each -> MathExpression.evaluate(each, around)).toList();
    }

    /// Of several series, a value at each time; of one, a single value.
    private static Value over(
            String name,
            List<Node> arguments,
            Surroundings around,
            ToDoubleFunction<Collection<Double>> function) {
        return switch (one(name, arguments, around)) {
            case Series(_, var points) ->
                    new Scalar(points.isEmpty() ? 0 : function.applyAsDouble(points.values()));
            case Several(var all) -> {
                var values = new TreeMap<Instant, List<Double>>();
                all.forEach(series ->
                        series.points()
                                .forEach((time, value) ->
                                        values.computeIfAbsent(time, _ -> new ArrayList<>())
                                                .add(value)));
                var points = new TreeMap<Instant, Double>();
                values.forEach((time, found) -> points.put(time, function.applyAsDouble(found)));
                yield Series.computed(points);
            }
            case Scalar scalar -> scalar;
            case Word _ -> throw new MathException(name + " takes metrics");
        };
    }

    private static java.util.stream.DoubleStream stream(Collection<Double> all) {
        return all.stream().mapToDouble(Double::doubleValue);
    }

    private static double sum(Collection<Double> all) {
        return stream(all).sum();
    }

    private static double average(Collection<Double> all) {
        return stream(all).average().orElse(0);
    }

    private static double deviation(Collection<Double> all) {
        double average = average(all);
        return Math.sqrt(
                stream(all).map(value -> (value - average) * (value - average)).sum() / all.size());
    }

    private static Value steps(Value value, boolean perSecond) {
        var changed = new ArrayList<Series>();
        for (var series : MathExpression.series(value)) {
            var points = new TreeMap<Instant, Double>();
            var last = Instant.EPOCH;
            double before = Double.NaN;
            for (var point : series.points().entrySet()) {
                double seconds =
                        perSecond ? point.getKey().getEpochSecond() - last.getEpochSecond() : 1;
                MathExpression.put(points, point.getKey(), (point.getValue() - before) / seconds);
                last = point.getKey();
                before = point.getValue();
            }
            changed.add(Series.computed(points));
        }
        return whole(value, changed);
    }

    private static Value running(Value value) {
        var changed = new ArrayList<Series>();
        for (var series : MathExpression.series(value)) {
            var points = new TreeMap<Instant, Double>();
            double sum = 0;
            for (var point : series.points().entrySet()) {
                sum += point.getValue();
                points.put(point.getKey(), sum);
            }
            changed.add(Series.computed(points));
        }
        return whole(value, changed);
    }

    private static Value whole(Value before, List<Series> changed) {
        return before instanceof Series ? changed.getFirst() : new Several(changed);
    }

    private static Value constant(Value value, Surroundings around) {
        if (!(value instanceof Scalar(var number))) {
            throw new MathException("TIME_SERIES takes a number");
        }
        var points = new TreeMap<Instant, Double>();
        around.times().forEach(time -> points.put(time, number));
        return Series.computed(points);
    }

    private static Value fill(List<Value> arguments, Surroundings around) {
        var filled = new ArrayList<Series>();
        for (var series : MathExpression.series(arguments.getFirst())) {
            var points = new TreeMap<>(series.points());
            for (var time : around.times()) {
                if (!points.containsKey(time)) {
                    fill(points, series, time, arguments.getLast());
                }
            }
            filled.add(Series.computed(points));
        }
        return whole(arguments.getFirst(), filled);
    }

    private static void fill(
            TreeMap<Instant, Double> points, Series series, Instant time, Value by) {
        var known = new TreeMap<>(series.points());
        var before = known.floorEntry(time);
        var after = known.ceilingEntry(time);
        switch (by) {
            case Scalar(var number) -> points.put(time, number);
            case Series(_, var others) -> {
                var other = others.get(time);
                if (other != null) {
                    points.put(time, other);
                }
            }
            case Word(var word) when word.equals("REPEAT") -> {
                if (before != null) {
                    points.put(time, before.getValue());
                }
            }
            case Word(var word) when word.equals("LINEAR") -> {
                if (before != null && after != null) {
                    double whole = after.getKey().toEpochMilli() - before.getKey().toEpochMilli();
                    double part = time.toEpochMilli() - before.getKey().toEpochMilli();
                    points.put(
                            time,
                            before.getValue()
                                    + (after.getValue() - before.getValue()) * part / whole);
                }
            }
            case Word _, Several _ ->
                    throw new MathException("FILL takes a number, REPEAT or LINEAR");
        }
    }

    private static Value choose(List<Node> arguments, Surroundings around) {
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw new MathException("IF takes two or three arguments");
        }
        var values = arguments.stream().map(each -> MathExpression.evaluate(each, around)).toList();
        if (values.getFirst() instanceof Scalar(var condition)) {
            return condition != 0
                    ? values.get(1)
                    : values.size() == 3 ? values.get(2) : Series.computed(new TreeMap<>());
        }
        var points = new TreeMap<Instant, Double>();
        MathExpression.series(values.getFirst())
                .getFirst()
                .points()
                .forEach((time, condition) -> {
                    int chosen = condition != 0 ? 1 : 2;
                    if (chosen < values.size()) {
                        MathExpression.put(points, time, at(values.get(chosen), time));
                    }
                });
        return Series.computed(points);
    }

    private static double at(Value value, Instant time) {
        return switch (value) {
            case Scalar(var number) -> number;
            case Series(_, var points) -> points.getOrDefault(time, Double.NaN);
            case Several _, Word _ -> throw new MathException("IF takes metrics or numbers");
        };
    }

    private static Value metrics(List<Node> arguments, Surroundings around) {
        if (arguments.isEmpty()) {
            return new Several(around.metrics());
        }
        if (arguments.size() == 1 && arguments.getFirst() instanceof Node.Text(var part)) {
            return new Several(
                    around.metrics().stream()
                            .filter(series -> series.name().contains(part))
                            .toList());
        }
        throw new MathException("METRICS takes nothing, or a part of an id");
    }
}

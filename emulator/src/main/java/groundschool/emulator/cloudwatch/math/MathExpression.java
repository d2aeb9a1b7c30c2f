package groundschool.emulator.cloudwatch.math;

import groundschool.emulator.cloudwatch.math.MathParser.Node;
import groundschool.emulator.cloudwatch.math.Value.Scalar;
import groundschool.emulator.cloudwatch.math.Value.Series;
import groundschool.emulator.cloudwatch.math.Value.Several;
import groundschool.emulator.cloudwatch.math.Value.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// An expression of metric math.
///
/// Source: [Using math expressions with CloudWatch
/// metrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html)
public final class MathExpression {

    private final Node root;

    private MathExpression(Node root) {
        this.root = root;
    }

    /// What an expression is about.
    public interface Surroundings {

        /// What the query of that id gives.
        Value of(String id);

        /// All series that come from metrics.
        List<Series> metrics();

        /// All times of the answer, in order.
        List<Instant> times();

        /// In seconds.
        long period();
    }

    /// @throws MathException if the text is no expression
    public static MathExpression of(String text) {
        return new MathExpression(MathParser.parse(text));
    }

    /// The ids of the queries that it takes.
    public Set<String> ids() {
        var ids = new HashSet<String>();
        collect(root, ids);
        return ids;
    }

    private static void collect(Node node, Set<String> ids) {
        switch (node) {
            case Node.Name(var id) -> ids.add(id);
            case Node.Array(var elements) -> elements.forEach(each -> collect(each, ids));
            case Node.Negative(var of) -> collect(of, ids);
            case Node.Operation(_, var left, var right) -> {
                collect(left, ids);
                collect(right, ids);
            }
            case Node.Function(_, var arguments) -> arguments.forEach(each -> collect(each, ids));
            case Node.Number _, Node.Text _ -> {}
        }
    }

    /// @throws MathException if it does not fit what it is about
    public Value evaluate(Surroundings around) {
        return evaluate(root, around);
    }

    static Value evaluate(Node node, Surroundings around) {
        return switch (node) {
            case Node.Number(var value) -> new Scalar(value);
            case Node.Name(var id) -> isWord(id) ? new Word(id) : around.of(id);
            case Node.Text(var text) -> new Word(text);
            case Node.Array(var elements) -> {
                var all = new ArrayList<Series>();
                elements.forEach(each -> all.addAll(series(evaluate(each, around))));
                yield new Several(all);
            }
            case Node.Negative(var of) -> each(evaluate(of, around), value -> -value);
            case Node.Operation(var sign, var left, var right) ->
                    both(evaluate(left, around), evaluate(right, around), operator(sign));
            case Node.Function(var name, var arguments) ->
                    MathFunctions.apply(name, arguments, around);
        };
    }

    private static boolean isWord(String id) {
        return id.equals("REPEAT") || id.equals("LINEAR");
    }

    private static DoubleBinaryOperator operator(String sign) {
        return switch (sign) {
            case "+" -> Double::sum;
            case "-" -> (left, right) -> left - right;
            case "*" -> (left, right) -> left * right;
            case "/" -> (left, right) -> left / right;
            case "^" -> Math::pow;
            case "==" -> (left, right) -> truth(left == right);
            case "!=" -> (left, right) -> truth(left != right);
            case "<" -> (left, right) -> truth(left < right);
            case ">" -> (left, right) -> truth(left > right);
            case "<=" -> (left, right) -> truth(left <= right);
            case ">=" -> (left, right) -> truth(left >= right);
            case "AND", "&&" -> (left, right) -> truth(left != 0 && right != 0);
            case "OR", "||" -> (left, right) -> truth(left != 0 || right != 0);
            default -> throw new MathException("Unknown operator: " + sign);
        };
    }

    private static double truth(boolean is) {
        return is ? 1 : 0;
    }

    /// The series that a value consists of.
    static List<Series> series(Value value) {
        return switch (value) {
            case Series series -> List.of(series);
            case Several(var all) -> all;
            case Scalar _, Word _ -> throw new MathException("A time series is expected");
        };
    }

    static Value each(Value value, DoubleUnaryOperator change) {
        return switch (value) {
            case Scalar(var number) -> new Scalar(change.applyAsDouble(number));
            case Series(_, var points) -> {
                var changed = new TreeMap<Instant, Double>();
                points.forEach((time, number) -> put(changed, time, change.applyAsDouble(number)));
                yield Series.computed(changed);
            }
            case Several(var all) ->
                    new Several(all.stream().map(one -> (Series) each(one, change)).toList());
            case Word(var text) -> throw new MathException("Unexpected word: " + text);
        };
    }

    /// What cannot be computed, such as a division by zero, is no point.
    static void put(TreeMap<Instant, Double> points, Instant time, double value) {
        if (Double.isFinite(value)) {
            points.put(time, value);
        }
    }

    /// Where both have a point.
    static Value both(Value left, Value right, DoubleBinaryOperator operator) {
        if (right instanceof Scalar(var number)) {
            return each(left, value -> operator.applyAsDouble(value, number));
        }
        if (left instanceof Scalar(var number)) {
            return each(right, value -> operator.applyAsDouble(number, value));
        }
        if (left instanceof Series(_, var one) && right instanceof Series(_, var other)) {
            var points = new TreeMap<Instant, Double>();
            one.forEach((time, value) -> {
                var second = other.get(time);
                if (second != null) {
                    put(points, time, operator.applyAsDouble(value, second));
                }
            });
            return Series.computed(points);
        }
        if (left instanceof Several(var all)) {
            return new Several(
                    all.stream()
                            .flatMap(one -> series(both(one, right, operator)).stream())
                            .toList());
        }
        return new Several(
                series(right).stream()
                        .flatMap(other -> series(both(left, other, operator)).stream())
                        .toList());
    }
}

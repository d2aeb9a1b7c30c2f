package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.OperandSyntax.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes conditions and updates by chance, and prints them with no more parentheses than they need
/// and any blanks between.
final class AnyExpressions {

    private static final List<String> NAMES = List.of("cake", "Oven_2", "a", "price");
    private static final List<String> FUNCTIONS =
            List.of("size", "if_not_exists", "attribute_type", "list_append");

    private final Random random;

    AnyExpressions(Random random) {
        this.random = random;
    }

    ConditionSyntax condition(int depth) {
        if (depth == 0) {
            return simple();
        }
        return switch (random.nextInt(5)) {
            case 0 -> new ConditionSyntax.Or(condition(depth - 1), condition(depth - 1));
            case 1 -> new ConditionSyntax.And(condition(depth - 1), condition(depth - 1));
            case 2 -> new ConditionSyntax.Not(condition(depth - 1));
            default -> simple();
        };
    }

    List<UpdateSyntax> update() {
        return some(
                3,
                () -> {
                    var keyword = List.of("SET", "REMOVE", "ADD", "DELETE").get(random.nextInt(4));
                    return new UpdateSyntax(
                            keyword,
                            some(
                                    3,
                                    () ->
                                            switch (keyword) {
                                                case "SET" ->
                                                        new UpdateSyntax.Set(path(), assigned());
                                                case "REMOVE" -> new UpdateSyntax.Remove(path());
                                                case "ADD" -> new UpdateSyntax.Add(path(), value());
                                                default -> new UpdateSyntax.Delete(path(), value());
                                            }));
                });
    }

    private ConditionSyntax simple() {
        return switch (random.nextInt(4)) {
            case 0 ->
                    new ConditionSyntax.Comparison(
                            Comparator.values()[random.nextInt(6)], operand(1), operand(1));
            case 1 -> new ConditionSyntax.Between(operand(1), operand(1), operand(1));
            case 2 -> new ConditionSyntax.In(operand(1), some(4, () -> operand(1)));
            default -> new ConditionSyntax.Function(call(1));
        };
    }

    private OperandSyntax assigned() {
        return random.nextInt(3) == 0
                ? new OperandSyntax.Arithmetic(
                        random.nextBoolean() ? "+" : "-", operand(1), operand(1))
                : operand(2);
    }

    private OperandSyntax operand(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 3)) {
            case 0 -> path();
            case 1 -> value();
            default -> call(depth - 1);
        };
    }

    private OperandSyntax.Call call(int depth) {
        return new OperandSyntax.Call(
                FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), some(2, () -> operand(depth)));
    }

    private OperandSyntax.Value value() {
        return new OperandSyntax.Value(":v" + random.nextInt(9));
    }

    private Path path() {
        var steps = new ArrayList<Path.Step>();
        steps.add(name());
        IntStream.range(0, random.nextInt(4))
                .forEach(_ ->
                        steps.add(
                                random.nextBoolean()
                                        ? name()
                                        : new Path.Index("" + random.nextInt(20))));
        return new Path(steps);
    }

    private Path.Step name() {
        return random.nextInt(3) == 0
                ? new Path.Placeholder("#n" + random.nextInt(9))
                : new Path.Name(NAMES.get(random.nextInt(NAMES.size())));
    }

    private <E> List<E> some(int most, Supplier<E> one) {
        return IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(_ -> one.get()).toList();
    }

    String print(ConditionSyntax condition) {
        return switch (condition) {
            case ConditionSyntax.Or(var left, var right) ->
                    print(left) + word("OR") + within(right, right instanceof ConditionSyntax.Or);
            case ConditionSyntax.And(var left, var right) ->
                    within(left, left instanceof ConditionSyntax.Or)
                            + word("AND")
                            + within(
                                    right,
                                    right instanceof ConditionSyntax.Or
                                            || right instanceof ConditionSyntax.And);
            case ConditionSyntax.Not(var inner) ->
                    word("NOT")
                            + within(
                                    inner,
                                    inner instanceof ConditionSyntax.Or
                                            || inner instanceof ConditionSyntax.And);
            case ConditionSyntax.Comparison(var comparator, var left, var right) ->
                    print(left) + blank() + comparator.symbol() + blank() + print(right);
            case ConditionSyntax.Between(var operand, var lower, var upper) ->
                    print(operand) + word("BETWEEN") + print(lower) + word("AND") + print(upper);
            case ConditionSyntax.In(var operand, var candidates) ->
                    print(operand) + word("IN") + "(" + list(candidates) + ")";
            case ConditionSyntax.Function(var call) -> print(call);
        };
    }

    String print(List<UpdateSyntax> sections) {
        return sections.stream()
                .map(section ->
                        word(section.keyword())
                                + section.actions().stream()
                                        .map(this::print)
                                        .collect(Collectors.joining("," + blank())))
                .collect(Collectors.joining(" "));
    }

    private String print(UpdateSyntax.Action action) {
        return switch (action) {
            case UpdateSyntax.Set(var path, var value) ->
                    print(path) + blank() + "=" + blank() + print(value);
            case UpdateSyntax.Remove(var path) -> print(path);
            case UpdateSyntax.Add(var path, var value) -> print(path) + " " + print(value);
            case UpdateSyntax.Delete(var path, var value) -> print(path) + " " + print(value);
        };
    }

    private String print(OperandSyntax operand) {
        return switch (operand) {
            case Path(var steps) -> path(steps);
            case OperandSyntax.Value(var placeholder) -> placeholder;
            case OperandSyntax.Call(var function, var arguments) ->
                    function + blank() + "(" + list(arguments) + ")";
            case OperandSyntax.Arithmetic(var operator, var left, var right) ->
                    print(left) + " " + operator + " " + print(right);
        };
    }

    private static String path(List<Path.Step> steps) {
        var text = new StringBuilder();
        for (var step : steps) {
            var between = text.isEmpty() ? "" : ".";
            text.append(
                    switch (step) {
                        case Path.Name(var name) -> between + name;
                        case Path.Placeholder(var name) -> between + name;
                        case Path.Index(var digits) -> "[" + digits + "]";
                    });
        }
        return text.toString();
    }

    private String list(List<OperandSyntax> operands) {
        return operands.stream().map(this::print).collect(Collectors.joining("," + blank()));
    }

    private String within(ConditionSyntax condition, boolean needsParentheses) {
        return needsParentheses
                ? "(" + blank() + print(condition) + blank() + ")"
                : print(condition);
    }

    /// A key word, whose case does not matter.
    private String word(String word) {
        return " " + (random.nextBoolean() ? word : word.toLowerCase(Locale.ROOT)) + " ";
    }

    private String blank() {
        return List.of("", " ", "  ", "\t").get(random.nextInt(4));
    }
}

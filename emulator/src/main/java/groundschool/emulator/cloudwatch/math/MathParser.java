package groundschool.emulator.cloudwatch.math;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads expressions of metric math.
///
/// Source: [Using math expressions with CloudWatch
/// metrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html)
final class MathParser {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)|([A-Za-z_][A-Za-z0-9_]*)|(\"[^\"]*\"|'[^']*')|(<=|>=|==|!=|&&|\\|\\||[-+*/^(),<>\\[\\]!]))");
    private static final int DEEPEST = 50;

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private MathParser(String text) {
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank() || tokens.isEmpty()) {
            throw new MathException("Unexpected text at " + end);
        }
    }

    /// A part of an expression.
    sealed interface Node {
        record Number(double value) implements Node {}

        record Name(String id) implements Node {}

        record Text(String text) implements Node {}

        record Array(List<Node> elements) implements Node {}

        record Negative(Node of) implements Node {}

        record Operation(String sign, Node left, Node right) implements Node {}

        record Function(String name, List<Node> arguments) implements Node {}
    }

    /// @throws MathException if the text is no expression
    static Node parse(String text) {
        var parser = new MathParser(text);
        var node = parser.level(0);
        if (parser.at < parser.tokens.size()) {
            throw new MathException("Unexpected token: " + parser.tokens.get(parser.at));
        }
        return node;
    }

    /// What binds least, first.
    private static final List<List<String>> LEVELS =
            List.of(
                    List.of("OR", "||"),
                    List.of("AND", "&&"),
                    List.of("==", "!=", "<", ">", "<=", ">="),
                    List.of("+", "-"),
                    List.of("*", "/"));

    private Node level(int level) {
        if (level == LEVELS.size()) {
            return power();
        }
        var left = level(level + 1);
        while (at < tokens.size() && LEVELS.get(level).contains(tokens.get(at))) {
            var sign = tokens.get(at++);
            left = new Node.Operation(sign, left, level(level + 1));
        }
        return left;
    }

    private Node power() {
        var base = unary();
        return take("^") ? new Node.Operation("^", base, power()) : base;
    }

    private Node unary() {
        if (++depth > DEEPEST) {
            throw new MathException("The expression is nested too deeply");
        }
        try {
            return take("-") ? new Node.Negative(unary()) : primary();
        } finally {
            depth--;
        }
    }

    private Node primary() {
        if (at >= tokens.size()) {
            throw new MathException("The expression ends too early");
        }
        var token = tokens.get(at++);
        char first = token.charAt(0);
        if (token.equals("(")) {
            var inner = level(0);
            require(")");
            return inner;
        }
        if (token.equals("[")) {
            return new Node.Array(list("]"));
        }
        if (Character.isDigit(first) || first == '.') {
            return new Node.Number(Double.parseDouble(token));
        }
        if (first == '"' || first == '\'') {
            return new Node.Text(token.substring(1, token.length() - 1));
        }
        if (!Character.isLetter(first) && first != '_') {
            throw new MathException("Unexpected token: " + token);
        }
        return take("(") ? new Node.Function(token, list(")")) : new Node.Name(token);
    }

    private List<Node> list(String end) {
        var elements = new ArrayList<Node>();
        if (take(end)) {
            return elements;
        }
        do {
            elements.add(level(0));
        } while (take(","));
        require(end);
        return elements;
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void require(String token) {
        if (!take(token)) {
            throw new MathException("Expected " + token);
        }
    }
}

package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.insights.Token.Kind;
import groundschool.emulator.logs.pattern.SafeRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the expressions of queries.
final class ExpressionParser {

    private static final int DEEPEST = 60;
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");

    private final Tokens at;
    private int depth;

    ExpressionParser(Tokens at) {
        this.at = at;
    }

    Expression condition() {
        if (++depth > DEEPEST) {
            throw at.refused(at.peek(), "the query is nested too deeply");
        }
        var left = conjunction();
        while (at.takeWord("or")) {
            left = new Expression.Or(left, conjunction());
        }
        depth--;
        return left;
    }

    private Expression conjunction() {
        var left = negation();
        while (at.takeWord("and")) {
            left = new Expression.And(left, negation());
        }
        return left;
    }

    private Expression negation() {
        if (++depth > DEEPEST) {
            throw at.refused(at.peek(), "the query is nested too deeply");
        }
        var expression = at.takeWord("not") ? new Expression.Not(negation()) : comparison();
        depth--;
        return expression;
    }

    private Expression comparison() {
        var left = sum();
        var next = at.peek();
        if (next.kind() == Kind.SIGN && COMPARISONS.contains(next.text())) {
            at.next();
            return new Expression.Comparison(next.text(), left, sum());
        }
        if (at.take("=~") || at.takeWord("like")) {
            return like(left);
        }
        if (at.takeWord("in")) {
            return in(left);
        }
        if (next.isWord("not")) {
            if (at.peekSecond().isWord("like")) {
                at.next();
                at.next();
                return new Expression.Not(like(left));
            }
            if (at.peekSecond().isWord("in")) {
                at.next();
                at.next();
                return new Expression.Not(in(left));
            }
        }
        return left;
    }

    private Expression like(Expression left) {
        var pattern = at.next();
        return switch (pattern.kind()) {
            case STRING -> new Expression.Contains(left, pattern.text());
            case REGEX -> new Expression.Matches(left, regex(pattern));
            case NAME, NUMBER, SIGN, END -> {
                at.back();
                throw at.unexpected();
            }
        };
    }

    SafeRegex regex(Token token) {
        return SafeRegex.of(token.text())
                .orElseThrow(() -> at.refused(token, "not a regular expression"));
    }

    private Expression in(Expression left) {
        at.require("[");
        var all = new ArrayList<Expression>();
        do {
            all.add(sum());
        } while (at.take(","));
        at.require("]");
        return new Expression.In(left, all);
    }

    private Expression sum() {
        var left = product();
        while (at.peek().is("+") || at.peek().is("-")) {
            left = new Expression.Arithmetic(at.next().text(), left, product());
        }
        return left;
    }

    private Expression product() {
        var left = power();
        while (at.peek().is("*") || at.peek().is("/") || at.peek().is("%")) {
            left = new Expression.Arithmetic(at.next().text(), left, power());
        }
        return left;
    }

    private Expression power() {
        var base = primary();
        if (++depth > DEEPEST) {
            throw at.refused(at.peek(), "the query is nested too deeply");
        }
        var whole = at.take("^") ? new Expression.Arithmetic("^", base, power()) : base;
        depth--;
        return whole;
    }

    private Expression primary() {
        if (at.take("(")) {
            var inner = condition();
            at.require(")");
            return inner;
        }
        if (at.take("-")) {
            if (++depth > DEEPEST) {
                throw at.refused(at.peek(), "the query is nested too deeply");
            }
            var operand = primary();
            depth--;
            return new Expression.Negative(operand);
        }
        var token = at.peek();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Constant(new Scalar.Number(at.number()));
            case STRING -> new Expression.Constant(new Scalar.Text(at.next().text()));
            case NAME -> {
                at.next();
                yield at.take("(") ? call(token) : new Expression.Field(token.text());
            }
            case REGEX, SIGN, END -> throw at.unexpected();
        };
    }

    private Expression call(Token name) {
        if (name.isWord("bin")) {
            var period = period();
            at.require(")");
            return new Expression.Call(
                    all -> {
                        var time = all.getFirst().number();
                        return time.isPresent()
                                ? new Scalar.Time(Times.floor(time.getAsDouble(), period))
                                : new Scalar.Missing();
                    },
                    List.of(new Expression.Field("@timestamp")));
        }
        var arguments = new ArrayList<Expression>();
        if (!at.take(")")) {
            do {
                arguments.add(argument());
            } while (at.take(","));
            at.require(")");
        }
        var function =
                Functions.of(name.text(), arguments.size())
                        .orElseThrow(() ->
                                at.refused(
                                        name,
                                        Aggregate.isOne(name.text())
                                                ? "unexpected symbol found " + name.text()
                                                : "Groundschool's emulator does not have the function %s of %d arguments"
                                                        .formatted(name.text(), arguments.size())));
        return new Expression.Call(function, arguments);
    }

    /// A period, such as `5m`, is a number with letters behind it.
    private Expression argument() {
        var token = at.peek();
        if (token.kind() == Kind.NUMBER && Times.period(token.text()).isPresent()) {
            at.next();
            return new Expression.Constant(new Scalar.Text(token.text()));
        }
        return condition();
    }

    private long period() {
        var token = at.next();
        var text = token.text();
        if (token.kind() == Kind.NUMBER && at.peek().kind() == Kind.NAME) {
            text += at.next().text();
        }
        return Times.period(text)
                .orElseThrow(() -> at.refused(token, "not a period: " + token.text()));
    }
}

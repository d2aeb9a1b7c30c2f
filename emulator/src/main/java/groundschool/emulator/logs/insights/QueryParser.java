package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.insights.Command.Counted;
import groundschool.emulator.logs.insights.Command.Named;
import groundschool.emulator.logs.insights.Command.Order;
import groundschool.emulator.logs.insights.Token.Kind;
import groundschool.emulator.logs.pattern.SafeRegex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads queries of Logs Insights.
///
/// Source: [CloudWatch Logs Insights query
/// syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html)
final class QueryParser {

    private static final int MOST_RECORDS = 10_000;

    private final Tokens at;
    private final ExpressionParser expressions;

    private QueryParser(String query) {
        this.at = new Tokens(query);
        this.expressions = new ExpressionParser(at);
    }

    /// @throws QueryException if the text is no query
    static List<Command> parse(String query) {
        var parser = new QueryParser(query);
        var commands = new ArrayList<Command>();
        parser.at.take("|");
        do {
            if (parser.at.peek().kind() == Kind.END && !commands.isEmpty()) {
                break;
            }
            commands.add(parser.command());
        } while (parser.at.take("|"));
        if (parser.at.peek().kind() != Kind.END) {
            throw parser.at.unexpected();
        }
        return commands;
    }

    private Command command() {
        var name = at.next();
        if (name.kind() != Kind.NAME) {
            at.back();
            throw at.unexpected();
        }
        return switch (name.text().toLowerCase(Locale.ROOT)) {
            case "fields" -> new Command.Fields(list(this::named));
            case "display" -> new Command.Display(list(this::named));
            case "filter", "where" -> new Command.Filter(expressions.condition());
            case "stats" -> stats();
            case "sort", "order" -> {
                at.takeWord("by");
                yield new Command.Sort(list(this::order));
            }
            case "limit", "head" -> new Command.Limit(limit());
            case "dedup" -> new Command.Dedup(list(expressions::condition));
            case "parse" -> parse();
            case "pattern",
                    "diff",
                    "unmask",
                    "unnest",
                    "anomaly",
                    "filterindex",
                    "join",
                    "lookup" ->
                    throw at.refused(
                            name,
                            "Groundschool's emulator does not have the command %s yet"
                                    .formatted(name.text()));
            default -> throw at.refused(name, "unexpected symbol found " + name.text());
        };
    }

    private <T> List<T> list(Supplier<T> element) {
        var all = new ArrayList<T>();
        do {
            all.add(element.get());
        } while (at.take(","));
        return all;
    }

    private Named named() {
        int start = at.peek().start();
        var expression = expressions.condition();
        var text = at.text(start);
        return new Named(
                at.takeWord("as")
                        ? at.name()
                        : expression instanceof Expression.Field(var name) ? name : text,
                expression);
    }

    private Command stats() {
        var all = list(this::counted);
        var by = at.takeWord("by") ? list(this::named) : List.<Named>of();
        return new Command.Stats(all, by);
    }

    private Counted counted() {
        int start = at.peek().start();
        var name = at.next();
        if (!Aggregate.isOne(name.text())) {
            throw at.refused(name, "unexpected symbol found " + name.text());
        }
        at.require("(");
        Expression operand = new Expression.Constant(new Scalar.Number(1));
        if (!at.take("*") && !at.peek().is(")")) {
            operand = expressions.condition();
        }
        double percent = at.take(",") ? at.number() : 50;
        at.require(")");
        var text = at.text(start);
        return new Counted(
                at.takeWord("as") ? at.name() : text,
                new Aggregate(name.text(), operand, Math.clamp(percent, 0, 100)));
    }

    private Order order() {
        var expression = expressions.condition();
        boolean isDescending = at.takeWord("desc");
        if (!isDescending) {
            at.takeWord("asc");
        }
        return new Order(expression, isDescending);
    }

    private int limit() {
        var token = at.peek();
        double most = at.number();
        if (most < 1 || most > MOST_RECORDS || most != Math.rint(most)) {
            throw at.refused(token, "limit must be between 1 and 10000");
        }
        return (int) most;
    }

    private Command parse() {
        Expression text = new Expression.Field("@message");
        if (at.peek().kind() == Kind.NAME) {
            text = new Expression.Field(at.next().text());
        }
        var pattern = at.next();
        return switch (pattern.kind()) {
            case REGEX -> {
                var regex = expressions.regex(pattern);
                var names =
                        regex.pattern().namedGroups().entrySet().stream()
                                .sorted(Comparator.comparing(Map.Entry::getValue))
                                .map(Map.Entry::getKey)
                                .toList();
                if (names.isEmpty()) {
                    throw at.refused(pattern, "the expression has no named group");
                }
                yield new Command.Parse(text, plain(regex), names);
            }
            case STRING -> glob(text, pattern);
            case NAME, NUMBER, SIGN, END -> {
                at.back();
                throw at.unexpected();
            }
        };
    }

    /// The same, in which only groups with names are groups, so that they can be counted.
    private SafeRegex plain(SafeRegex regex) {
        var groups = regex.pattern().namedGroups();
        boolean areAll = regex.pattern().matcher("").groupCount() == groups.size();
        return areAll
                ? regex
                : SafeRegex.of(regex.source().replaceAll("(?<!\\\\)\\((?!\\?)", "(?:"))
                        .orElse(regex);
    }

    private Command glob(Expression text, Token pattern) {
        var parts = pattern.text().split("\\*", -1);
        if (!at.takeWord("as")) {
            throw at.unexpected();
        }
        var names = list(at::name);
        if (names.size() != parts.length - 1) {
            throw at.refused(
                    pattern,
                    "the number of wildcards (%d) and the number of aliases (%d) differ"
                            .formatted(parts.length - 1, names.size()));
        }
        var regex = new StringBuilder("(?s)");
        for (int i = 0; i < parts.length; i++) {
            regex.append(Pattern.quote(parts[i]));
            if (i < parts.length - 1) {
                boolean isLast = i == parts.length - 2 && parts[i + 1].isEmpty();
                regex.append(isLast ? "(.*)" : "(.*?)");
            }
        }
        return new Command.Parse(text, SafeRegex.of(regex.toString()).orElseThrow(), names);
    }
}

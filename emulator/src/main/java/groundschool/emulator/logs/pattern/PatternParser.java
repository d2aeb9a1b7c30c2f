package groundschool.emulator.logs.pattern;

import groundschool.emulator.logs.pattern.Comparison.Operator;
import groundschool.emulator.logs.pattern.Comparison.Wanted;
import groundschool.emulator.logs.pattern.JsonCondition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads filter patterns.
final class PatternParser {

    /// "You can have a maximum of two regular expressions per filter pattern."
    private static final int MOST_REGEXES = 2;

    private static final int DEEPEST = 50;

    private final Cursor at;
    private int regexes;
    private int depth;

    PatternParser(String text) {
        this.at = new Cursor(text);
    }

    /// @throws PatternException if the text is no pattern
    FilterPattern parse() {
        at.skipSpace();
        if (at.isAtEnd()) {
            return new FilterPattern.Everything();
        }
        var pattern =
                at.take("{")
                        ? new FilterPattern.Json(closed("}", this::any))
                        : at.take("[")
                                ? new FilterPattern.Fields(closed("]", this::columns))
                                : words();
        at.skipSpace();
        at.require(at.isAtEnd());
        return pattern;
    }

    private <R> R closed(String end, Supplier<R> body) {
        var result = body.get();
        at.skipSpace();
        at.require(at.take(end));
        return result;
    }

    private FilterPattern words() {
        var all = new ArrayList<Text>();
        var optional = new ArrayList<Text>();
        var none = new ArrayList<Text>();
        for (at.skipSpace(); !at.isAtEnd(); at.skipSpace()) {
            var kind = at.take("?") ? optional : at.take("-") ? none : all;
            kind.add(
                    switch (at.peek()) {
                        case '"' -> new Text.Literal(at.quoted(), false);
                        case '%' -> regex();
                        default -> new Text.Literal(at.word(), false);
                    });
        }
        return new FilterPattern.Words(all, optional, none);
    }

    private Text regex() {
        regexes++;
        at.require(regexes <= MOST_REGEXES);
        var source = at.between('%');
        at.require(!source.isEmpty());
        return new Text.Expression(
                SafeRegex.of(source).orElseThrow(() -> new PatternException(source)));
    }

    private JsonCondition any() {
        var parts = new ArrayList<>(List.of(all()));
        for (at.skipSpace(); at.take("||"); at.skipSpace()) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new JsonCondition.Several(false, parts);
    }

    private JsonCondition all() {
        var parts = new ArrayList<>(List.of(condition()));
        for (at.skipSpace(); at.take("&&"); at.skipSpace()) {
            parts.add(condition());
        }
        return parts.size() == 1 ? parts.getFirst() : new JsonCondition.Several(true, parts);
    }

    private JsonCondition condition() {
        at.skipSpace();
        if (at.take("(")) {
            at.require(++depth <= DEEPEST);
            var inner = closed(")", this::any);
            depth--;
            return inner;
        }
        var selector = selector(at);
        at.skipSpace();
        if (at.takeWord("IS")) {
            return new JsonCondition.Is(
                    selector,
                    at.takeWord("TRUE")
                            ? Kind.IS_TRUE
                            : at.takeWord("FALSE")
                                    ? Kind.IS_FALSE
                                    : required("NULL", Kind.IS_NULL));
        }
        if (at.takeWord("NOT")) {
            return new JsonCondition.Is(selector, required("EXISTS", Kind.NOT_EXISTS));
        }
        return new JsonCondition.Compares(selector, comparison());
    }

    private Kind required(String word, Kind kind) {
        at.require(at.takeWord(word));
        return kind;
    }

    /// Reads a selector, such as `$.user.roles[0]`.
    static Selector selector(Cursor at) {
        at.require(at.take("$"));
        var steps = new ArrayList<Selector.Step>();
        while (true) {
            if (at.take("[*]")) {
                steps.add(new Selector.Step.Every());
            } else if (at.takeQuotedMember()) {
                steps.add(new Selector.Step.Member(at.lastMember()));
            } else if (at.take("[")) {
                steps.add(new Selector.Step.Element(at.index()));
                at.require(at.take("]"));
            } else if (at.take(".")) {
                steps.add(new Selector.Step.Member(at.name()));
            } else {
                break;
            }
        }
        at.require(!steps.isEmpty());
        return new Selector(steps);
    }

    private Comparison comparison() {
        at.skipSpace();
        var operator =
                at.take("!=")
                        ? Operator.NOT_EQUAL
                        : at.take("<=")
                                ? Operator.LESS_OR_EQUAL
                                : at.take(">=")
                                        ? Operator.GREATER_OR_EQUAL
                                        : at.take("=")
                                                ? Operator.EQUAL
                                                : at.take("<") ? Operator.LESS : greater();
        at.skipSpace();
        var wanted = wanted();
        var ordering = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        at.require(wanted instanceof Wanted.Number || !ordering);
        return new Comparison(operator, wanted);
    }

    private Operator greater() {
        at.require(at.take(">"));
        return Operator.GREATER;
    }

    private Wanted wanted() {
        return switch (at.peek()) {
            case '"' -> new Wanted.Characters(new Text.Literal(at.quoted(), true));
            case '%' -> new Wanted.Characters(regex());
            default -> {
                var word = at.value();
                yield Comparison.number(word)
                        .<Wanted>map(Wanted.Number::new)
                        .orElseGet(() -> new Wanted.Characters(new Text.Literal(word, true)));
            }
        };
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        do {
            at.skipSpace();
            columns.add(column());
            at.skipSpace();
        } while (at.take(","));
        at.require(columns.stream().filter(Column::isRest).count() <= 1);
        if (columns.size() == 1 && columns.getFirst().equals(new Column("", List.of()))) {
            return List.of(new Column(Column.ANY, List.of()));
        }
        return columns;
    }

    private Column column() {
        if (at.take(Column.ANY)) {
            return new Column(Column.ANY, List.of());
        }
        var name = at.optionalName();
        var any = new ArrayList<List<Comparison>>();
        at.skipSpace();
        if (name.isEmpty() || !at.isAtOperator()) {
            return new Column(name, List.of());
        }
        var all = new ArrayList<>(List.of(comparison()));
        for (at.skipSpace(); ; at.skipSpace()) {
            if (at.take("&&")) {
                repeat(name);
                all.add(comparison());
            } else if (at.take("||")) {
                any.add(all);
                repeat(name);
                all = new ArrayList<>(List.of(comparison()));
            } else {
                any.add(all);
                return new Column(name, any);
            }
        }
    }

    /// A further condition is on the same field.
    private void repeat(String name) {
        at.skipSpace();
        at.require(at.optionalName().equals(name));
        at.skipSpace();
    }
}

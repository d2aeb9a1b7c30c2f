package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.expression.OperandSyntax.Path;
import groundschool.emulator.dynamodb.expression.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Parses what all expressions share: document paths, values and calls of functions.
final class OperandParser {

    private final Tokens tokens;

    OperandParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /// A path, a value, or a call whose arguments are parsed in turn.
    OperandSyntax operand(Supplier<OperandSyntax> argument) {
        if (tokens.type() == Type.VALUE_PLACEHOLDER) {
            return value();
        }
        if (tokens.type() == Type.NAME && tokens.typeAfter() == Type.OPEN) {
            return call(argument);
        }
        return path();
    }

    OperandSyntax.Value value() {
        return new OperandSyntax.Value(tokens.expect(Type.VALUE_PLACEHOLDER).text());
    }

    OperandSyntax.Call call(Supplier<OperandSyntax> argument) {
        var function = tokens.expect(Type.NAME).text();
        tokens.countOperator();
        tokens.expect(Type.OPEN);
        var arguments = list(argument);
        tokens.expect(Type.CLOSE);
        return new OperandSyntax.Call(function, arguments);
    }

    <E> List<E> list(Supplier<E> element) {
        var elements = new ArrayList<E>();
        do {
            elements.add(element.get());
        } while (tokens.accept(Type.COMMA));
        return elements;
    }

    Path path() {
        return continued(List.of(name()));
    }

    /// The path that begins with these steps and goes on with what follows.
    Path continued(List<Path.Step> beginning) {
        var steps = new ArrayList<>(beginning);
        while (true) {
            if (tokens.accept(Type.DOT)) {
                steps.add(name());
            } else if (tokens.accept(Type.OPEN_BRACKET)) {
                steps.add(index());
                tokens.expect(Type.CLOSE_BRACKET);
            } else {
                return new Path(steps);
            }
        }
    }

    private Path.Step name() {
        if (tokens.type() == Type.NAME_PLACEHOLDER) {
            return new Path.Placeholder(tokens.next().text());
        }
        return new Path.Name(tokens.expect(Type.NAME).text());
    }

    private Path.Step index() {
        return new Path.Index(tokens.expect(Type.INDEX).text());
    }
}

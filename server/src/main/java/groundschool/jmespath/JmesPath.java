package groundschool.jmespath;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import tools.jackson.databind.JsonNode;

/// A JMESPath expression, which picks from a JSON tree.
///
/// Source: [JMESPath specification](https://jmespath.org/specification.html)
public final class JmesPath {

    private static final JsonRuntime RUNTIME = new JsonRuntime();

    private final String text;
    private final Expression<JsonNode> expression;

    private JmesPath(String text, Expression<JsonNode> expression) {
        this.text = text;
        this.expression = expression;
    }

    /// Reads an expression.
    ///
    /// @throws IllegalArgumentException if it is none; the message says where
    public static JmesPath of(String text) {
        try {
            return new JmesPath(text, RUNTIME.compile(text));
        } catch (JmesPathException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    /// What it picks from `tree`: a JSON null if there is nothing.
    ///
    /// @throws IllegalArgumentException if a function in it is given what it cannot take
    public JsonNode search(JsonNode tree) {
        try {
            return expression.search(tree);
        } catch (JmesPathException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

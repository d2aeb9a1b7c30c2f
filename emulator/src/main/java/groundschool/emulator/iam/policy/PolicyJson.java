package groundschool.emulator.iam.policy;

import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of a policy document, keeping where everything stood and what is there twice.
///
/// AWS names the place where its parser stood; with the same parser, the places are the same.
final class PolicyJson {

    /// A policy needs six.
    private static final int DEEPEST = 32;

    private static final JsonFactory FACTORY = new JsonFactory();

    private PolicyJson() {}

    /// @return empty if the text is not JSON, or nests deeper than any policy
    static Optional<PolicyNode> read(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var token = Optional.ofNullable(parser.nextToken());
            if (token.isEmpty()) {
                return Optional.empty();
            }
            var node = node(parser, token.get(), 0);
            boolean ends = parser.nextToken() == null;
            return ends ? node : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<PolicyNode> node(JsonParser parser, JsonToken token, int depth) {
        var reached = position(parser.currentLocation());
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (token) {
            case START_OBJECT -> fields(parser, depth);
            case START_ARRAY -> items(parser, depth);
            case VALUE_STRING -> Optional.of(new PolicyNode.Text(parser.getString(), reached));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    Optional.of(new PolicyNode.Literal(parser.getString(), reached));
            case VALUE_NULL -> Optional.of(new PolicyNode.Nothing(reached));
            case END_ARRAY, END_OBJECT, NOT_AVAILABLE, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    Optional.empty();
        };
    }

    private static Optional<PolicyNode> fields(JsonParser parser, int depth) {
        var reached = position(parser.currentLocation());
        var start = position(parser.currentTokenLocation());
        var fields = new ArrayList<PolicyNode.Field>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var named = position(parser.currentLocation());
            var name = parser.getString();
            var value = node(parser, parser.nextToken(), depth + 1);
            if (value.isEmpty()) {
                return value;
            }
            fields.add(new PolicyNode.Field(name, value.get(), named));
        }
        var span = new Span(start, position(parser.currentLocation()));
        return Optional.of(new PolicyNode.Fields(fields, reached, span));
    }

    private static Optional<PolicyNode> items(JsonParser parser, int depth) {
        var reached = position(parser.currentLocation());
        var items = new ArrayList<PolicyNode>();
        var token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            var item = node(parser, token, depth + 1);
            if (item.isEmpty()) {
                return item;
            }
            items.add(item.get());
            token = parser.nextToken();
        }
        return Optional.of(new PolicyNode.Items(items, reached));
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }
}

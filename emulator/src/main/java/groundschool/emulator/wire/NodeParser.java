package groundschool.emulator.wire;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.TreeTraversingParser;

/// Reads an input from its tree, and hands out parts of that tree as they are: from Jackson's own
/// parser one gets a copy of them, which took as long as all else that is done to read an item.
public final class NodeParser extends TreeTraversingParser {

    /// What begins at the current token, if it is the value of a member.
    private JsonNode value = MissingNode.getInstance();

    public NodeParser(JsonNode tree) {
        super(tree);
    }

    @Override
    public JsonToken nextToken() {
        // At a member's name, the node is its value already.
        value =
                currentToken() == JsonToken.PROPERTY_NAME
                        ? currentNode()
                        : MissingNode.getInstance();
        return super.nextToken();
    }

    /// The object that begins at the current token of a parser, which is at its end then; absent if
    /// it has none at hand.
    public static Optional<JsonNode> objectAt(JsonParser parser) {
        if (parser instanceof NodeParser own
                && own.currentToken() == JsonToken.START_OBJECT
                && own.value.isObject()) {
            var object = own.value;
            own.skipChildren();
            return Optional.of(object);
        }
        return Optional.empty();
    }
}

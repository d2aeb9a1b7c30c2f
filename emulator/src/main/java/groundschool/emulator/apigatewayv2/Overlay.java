package groundschool.emulator.apigatewayv2;

import groundschool.emulator.sandbox.JsonFormat;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Changes a thing by what a request gives of it.
public final class Overlay {

    private static final JsonMapper JSON = JsonFormat.mapper(new JacksonModule[0]);

    private Overlay() {}

    /// The thing with the members that the request has.
    ///
    /// @param request whose components are called as those of the thing
    public static <V> V on(V before, Object request, Class<V> type) {
        var tree = (ObjectNode) JSON.valueToTree(before);
        for (var member : JSON.valueToTree(request).properties()) {
            if (!member.getValue().isNull()) {
                tree.set(member.getKey(), member.getValue());
            }
        }
        return JSON.treeToValue(tree, type);
    }
}

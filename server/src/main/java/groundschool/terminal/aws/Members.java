package groundschool.terminal.aws;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Members of an answer by their path, such as `DistributionList.Items`.
final class Members {

    private Members() {}

    /// What stands there, or nothing if it is missing or null.
    static Optional<JsonNode> get(JsonNode answer, String path) {
        var value = answer;
        for (var name : path.split("\\.")) {
            value = value.path(name);
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    static void set(ObjectNode answer, String path, JsonNode value) {
        var names = List.of(path.split("\\."));
        var parent = answer;
        for (var name : names.subList(0, names.size() - 1)) {
            parent = parent.withObject("/" + name);
        }
        parent.set(names.getLast(), value);
    }
}

package groundschool.emulator.lambda.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The policy of a function, a version, an alias or a layer's version, as statements that are added
/// and removed one by one.
///
/// @param statements JSON of each
public record Statements(List<String> statements, String revisionId) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Statements {
        statements = List.copyOf(statements);
    }

    /// The policy as a document.
    public String document() {
        return "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":["
                + String.join(",", statements)
                + "]}";
    }

    /// The statement of that id.
    public Optional<JsonNode> statement(String sid) {
        return statements.stream()
                .map(text -> (JsonNode) JSON.readTree(text))
                .filter(statement -> statement.path("Sid").asString("").equals(sid))
                .findFirst();
    }

    public Statements with(String statement, String otherRevisionId) {
        var more = new ArrayList<>(statements);
        more.add(statement);
        return new Statements(more, otherRevisionId);
    }

    public Statements without(String sid, String otherRevisionId) {
        return new Statements(
                statements.stream()
                        .filter(text -> !JSON.readTree(text).path("Sid").asString("").equals(sid))
                        .toList(),
                otherRevisionId);
    }
}

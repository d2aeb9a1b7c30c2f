package groundschool.lab.check;

import groundschool.jmespath.JmesPath;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What one place of an answer must be.
public record Expectation(JmesPath path, Expected expected) {

    private static final int LONGEST_FOUND = 300;

    /// The first expectation that `answer` does not meet, as evidence; nothing if it meets all.
    static Optional<Evidence> firstUnmet(
            List<Expectation> expectations, JsonNode answer, String lookedAt) {
        return expectations.stream()
                .flatMap(expectation -> expectation.unmet(answer, lookedAt).stream())
                .findFirst();
    }

    private Optional<Evidence> unmet(JsonNode answer, String lookedAt) {
        var found = asWritten(path.search(answer));
        return expected.fits(found)
                ? Optional.empty()
                : Optional.of(
                        new Evidence(lookedAt, path.toString(), shown(found), expected.toString()));
    }

    /// Bytes as authors write them: in base64.
    private static JsonNode asWritten(JsonNode found) {
        return found.isBinary() ? JsonNodeFactory.instance.stringNode(found.asString()) : found;
    }

    private static String shown(JsonNode found) {
        var text = found.isNull() ? "nothing" : found.toString();
        return text.length() > LONGEST_FOUND ? text.substring(0, LONGEST_FOUND) + "…" : text;
    }

    @Override
    public String toString() {
        return path + " = " + expected;
    }
}

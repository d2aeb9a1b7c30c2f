package groundschool.emulator.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A log event's message as patterns see it: as text, as JSON, as fields.
public final class LogText {

    /// "JSON logs can be nested up to 50 levels", said of Insights; deeper ones are text.
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(50)
                                                    .maxNumberLength(1_000)
                                                    .build())
                                    .build())
                    .build();

    private final String message;

    public LogText(String message) {
        this.message = message;
    }

    /// As it was written.
    public String message() {
        return message;
    }

    /// The JSON object that it is; absent if it is none.
    public Optional<JsonNode> json() {
        var text = message.strip();
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// What stands between spaces; what is within quotation marks or brackets is one field.
    List<String> fields() {
        var fields = new ArrayList<String>();
        int at = 0;
        while (at < message.length()) {
            char first = message.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
                continue;
            }
            char close = first == '"' ? '"' : first == '[' ? ']' : ' ';
            int end = close == ' ' ? nextSpace(at) : message.indexOf(close, at + 1);
            if (close == ' ' || end < 0) {
                end = close == ' ' ? end : nextSpace(at);
                fields.add(message.substring(at, end));
                at = end;
            } else {
                fields.add(message.substring(at + 1, end));
                at = end + 1;
            }
        }
        return fields;
    }

    private int nextSpace(int from) {
        int at = from;
        while (at < message.length() && !Character.isWhitespace(message.charAt(at))) {
            at++;
        }
        return at;
    }
}

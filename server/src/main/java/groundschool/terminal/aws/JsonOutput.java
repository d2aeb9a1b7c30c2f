package groundschool.terminal.aws;

import tools.jackson.databind.JsonNode;

/// `--output json`: indented by four, as the AWS CLI prints it.
final class JsonOutput {

    private JsonOutput() {}

    /// The text, which is empty for an empty answer.
    static String of(JsonNode value) {
        return value.isObject() && value.isEmpty() ? "" : indented(value);
    }

    /// The text, whatever the value.
    static String indented(JsonNode value) {
        var text = new StringBuilder();
        write(value, 0, text);
        return text.append('\n').toString();
    }

    /// On one line, in ASCII, as Python's `json.dumps` has it.
    static String compact(JsonNode value) {
        var text = new StringBuilder();
        writeCompact(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, int depth, StringBuilder text) {
        switch (value.getNodeType()) {
            case ARRAY -> {
                var separator = "[";
                for (var each : value.values()) {
                    text.append(separator).append('\n').append("    ".repeat(depth + 1));
                    write(each, depth + 1, text);
                    separator = ",";
                }
                text.append(value.isEmpty() ? "[]" : "\n" + "    ".repeat(depth) + "]");
            }
            case OBJECT, POJO -> {
                var separator = "{";
                for (var each : value.properties()) {
                    text.append(separator).append('\n').append("    ".repeat(depth + 1));
                    string(each.getKey(), false, text);
                    text.append(": ");
                    write(each.getValue(), depth + 1, text);
                    separator = ",";
                }
                text.append(value.isEmpty() ? "{}" : "\n" + "    ".repeat(depth) + "}");
            }
            case NULL, MISSING, BOOLEAN, NUMBER, STRING, BINARY -> scalar(value, false, text);
        }
    }

    private static void writeCompact(JsonNode value, StringBuilder text) {
        switch (value.getNodeType()) {
            case ARRAY -> {
                var separator = "[";
                for (var each : value.values()) {
                    text.append(separator);
                    writeCompact(each, text);
                    separator = ", ";
                }
                text.append(value.isEmpty() ? "[]" : "]");
            }
            case OBJECT, POJO -> {
                var separator = "{";
                for (var each : value.properties()) {
                    text.append(separator);
                    string(each.getKey(), true, text);
                    text.append(": ");
                    writeCompact(each.getValue(), text);
                    separator = ", ";
                }
                text.append(value.isEmpty() ? "{}" : "}");
            }
            case NULL, MISSING, BOOLEAN, NUMBER, STRING, BINARY -> scalar(value, true, text);
        }
    }

    private static void scalar(JsonNode value, boolean ascii, StringBuilder text) {
        switch (value.getNodeType()) {
            case NULL, MISSING -> text.append("null");
            case BOOLEAN -> text.append(value.asBoolean());
            case NUMBER -> text.append(PythonText.number(value));
            case STRING, BINARY, ARRAY, OBJECT, POJO -> string(value.asString(), ascii, text);
        }
    }

    private static void string(String value, boolean ascii, StringBuilder text) {
        text.append('"');
        for (var character : value.toCharArray()) {
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (character < ' ' || ascii && character > 126) {
                        text.append("\\u%04x".formatted((int) character));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }
}

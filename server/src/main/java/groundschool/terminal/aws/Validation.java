package groundschool.terminal.aws;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Holds an input against its shape before it is sent, as the AWS CLI does: types, required and
/// unknown members, least lengths and values.
final class Validation {

    private final List<String> problems = new ArrayList<>();

    private Validation() {}

    /// @throws CliException with every problem that there is
    static void check(JsonNode input, Shape shape) {
        var validation = new Validation();
        validation.value(input, shape, "");
        if (!validation.problems.isEmpty()) {
            throw CliException.invalid(
                    "Parameter validation failed:\n" + String.join("\n", validation.problems));
        }
    }

    private void value(JsonNode value, Shape shape, String path) {
        switch (shape.type()) {
            case STRUCTURE -> {
                if (isA(value.isObject(), value, path, "<class 'dict'>")) {
                    structure(value, shape, path);
                }
            }
            case MAP -> {
                if (isA(value.isObject(), value, path, "<class 'dict'>")) {
                    map(value, shape, path);
                }
            }
            case LIST -> {
                if (isA(value.isArray(), value, path, "<class 'list'>, <class 'tuple'>")) {
                    list(value, shape, path);
                }
            }
            case STRING -> {
                if (isA(value.isString(), value, path, "<class 'str'>")) {
                    length(value.asString().length(), shape, path);
                }
            }
            case INTEGER, LONG -> {
                var whole = value.isIntegralNumber() || value.isBoolean();
                if (isA(whole, value, path, "<class 'int'>") && value.isNumber()) {
                    range(value, shape, path);
                }
            }
            case FLOAT, DOUBLE -> {
                var types = "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>";
                if (isA(value.isNumber(), value, path, types)) {
                    range(value, shape, path);
                }
            }
            case BOOLEAN -> isA(value.isBoolean(), value, path, "<class 'bool'>");
            case BLOB ->
                    isA(
                            value.isString(),
                            value,
                            path,
                            "<class 'bytes'>, <class 'bytearray'>, file-like object");
            case TIMESTAMP ->
                    isA(
                            Timestamps.read(value).isPresent(),
                            value,
                            path,
                            "<class 'datetime.datetime'>, timestamp-string");
        }
    }

    private void structure(JsonNode value, Shape shape, String path) {
        var members = shape.members();
        for (var required : shape.required()) {
            if (!value.has(required)) {
                problems.add(
                        "Missing required parameter in %s: \"%s\""
                                .formatted(named(path), required));
            }
        }
        for (var name : value.propertyNames()) {
            if (!members.containsKey(name)) {
                problems.add(
                        "Unknown parameter in %s: \"%s\", must be one of: %s"
                                .formatted(named(path), name, String.join(", ", members.keySet())));
            }
        }
        for (var member : value.properties()) {
            shape.within(member.getKey())
                    .ifPresent(of -> value(member.getValue(), of, path + "." + member.getKey()));
        }
    }

    private void map(JsonNode value, Shape shape, String path) {
        for (var entry : value.properties()) {
            var key = entry.getKey();
            length(key.length(), shape.key(), path + " (key: " + key + ")");
            value(entry.getValue(), shape.value(), path + "." + key);
        }
    }

    private void list(JsonNode value, Shape shape, String path) {
        length(value.size(), shape, path);
        for (var i = 0; i < value.size(); i++) {
            value(value.path(i), shape.element(), path + "[" + i + "]");
        }
    }

    private boolean isA(boolean fits, JsonNode value, String path, String types) {
        if (!fits) {
            problems.add(
                    "Invalid type for parameter %s, value: %s, type: %s, valid types: %s"
                            .formatted(
                                    named(path),
                                    PythonText.str(value),
                                    PythonText.type(value),
                                    types));
        }
        return fits;
    }

    private void length(int length, Shape shape, String path) {
        if (shape.least().isPresent() && length < shape.least().getAsInt()) {
            problems.add(
                    "Invalid length for parameter %s, value: %d, valid min length: %d"
                            .formatted(named(path), length, shape.least().getAsInt()));
        }
    }

    private void range(JsonNode value, Shape shape, String path) {
        if (shape.least().isPresent() && value.doubleValue() < shape.least().getAsInt()) {
            problems.add(
                    "Invalid value for parameter %s, value: %s, valid min value: %d"
                            .formatted(
                                    named(path),
                                    PythonText.number(value),
                                    shape.least().getAsInt()));
        }
    }

    private static String named(String path) {
        if (path.isEmpty()) {
            return "input";
        }
        return path.startsWith(".") ? path.substring(1) : path;
    }
}

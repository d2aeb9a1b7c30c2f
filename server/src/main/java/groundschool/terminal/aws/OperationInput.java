package groundschool.terminal.aws;

import groundschool.terminal.aws.ArgumentParser.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of one operation, and the input that they make.
///
/// @param parsed the arguments, sorted
/// @param fromDocument the members that came from `--cli-input-json`
record OperationInput(Parsed parsed, ObjectNode input, List<String> fromDocument) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// @throws CliException if the arguments are not those of the operation
    static OperationInput read(
            Parameters parameters, List<String> arguments, Values values, Globals.Blobs blobs) {
        var parser = new ArgumentParser(parameters.options(arguments));
        var parsed = parser.parse(arguments);
        parser.checkRequired();
        var unknown = new ArrayList<>(parsed.rest());
        parsed.word().ifPresent(unknown::add);
        if (!unknown.isEmpty()) {
            throw CliException.unknown("Unknown options: " + String.join(", ", unknown));
        }
        var input = NODES.objectNode();
        for (var parameter : parameters.members()) {
            if (!parsed.has(parameter.member())) {
                continue;
            }
            var value =
                    parameter.shape().type() == Shape.Type.BOOLEAN
                            ? NODES.booleanNode(
                                    !parameter
                                            .negative()
                                            .equals(parsed.flags().get(parameter.member())))
                            : values.value(
                                    parameter,
                                    parsed.options().getOrDefault(parameter.member(), List.of()));
            input.set(
                    parameter.member(),
                    blobs == Globals.Blobs.RAW ? encoded(value, parameter.shape()) : value);
        }
        var fromDocument = new ArrayList<String>();
        parsed.one(Parameters.INPUT_JSON)
                .ifPresent(text -> {
                    var document = values.document("cli-input-json", text);
                    for (var each : document.properties()) {
                        if (!input.has(each.getKey())) {
                            input.set(each.getKey(), each.getValue());
                            fromDocument.add(each.getKey());
                        }
                    }
                });
        return new OperationInput(parsed, input, List.copyOf(fromDocument));
    }

    /// Binary values typed as they are, in base64.
    private static JsonNode encoded(JsonNode value, Shape shape) {
        return switch (shape.type()) {
            case BLOB ->
                    NODES.stringNode(
                            Base64.getEncoder()
                                    .encodeToString(
                                            value.asString().getBytes(StandardCharsets.UTF_8)));
            case STRUCTURE, MAP -> {
                var object = NODES.objectNode();
                for (var each : value.properties()) {
                    object.set(
                            each.getKey(),
                            shape.within(each.getKey())
                                    .map(of -> encoded(each.getValue(), of))
                                    .orElse(each.getValue()));
                }
                yield object;
            }
            case LIST -> {
                var list = NODES.arrayNode();
                value.values().forEach(each -> list.add(encoded(each, shape.element())));
                yield list;
            }
            case STRING, INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN, TIMESTAMP -> value;
        };
    }
}

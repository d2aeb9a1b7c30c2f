package groundschool.terminal.aws;

import groundschool.terminal.aws.ArgumentParser.Parsed;
import groundschool.terminal.aws.Parameters.Parameter;
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
        parser.checkRequired(parameters.body().map(_ -> Parameters.OUTFILE).stream().toList());
        var unknown = new ArrayList<>(parsed.rest());
        if (parameters.body().isEmpty()) {
            parsed.word().ifPresent(unknown::add);
        }
        if (!unknown.isEmpty()) {
            throw CliException.unknown("Unknown options: " + String.join(", ", unknown));
        }
        var input = NODES.objectNode();
        for (var parameter : parameters.members()) {
            if (parsed.has(parameter.member())) {
                put(
                        input,
                        parameters,
                        parameter,
                        parameters.content().filter(parameter.member()::equals).isPresent()
                                ? values.content(parameter, parsed)
                                : value(parameter, parsed, values, blobs));
            }
        }
        var fromDocument = new ArrayList<String>();
        parsed.one(Parameters.INPUT_JSON)
                .ifPresent(text -> {
                    var document = values.document("cli-input-json", text);
                    for (var each : document.properties()) {
                        if (!input.has(each.getKey())) {
                            input.set(
                                    each.getKey(),
                                    encoded(parameters, each.getKey(), each.getValue(), blobs));
                            fromDocument.add(each.getKey());
                        }
                    }
                });
        return new OperationInput(parsed, input, List.copyOf(fromDocument));
    }

    private static void put(
            ObjectNode input, Parameters parameters, Parameter parameter, JsonNode value) {
        var holder = parameters.zipHolder();
        if (holder.isPresent() && parameter.member().equals(ZipFiles.MEMBER)) {
            ZipFiles.put(input, holder.get(), value);
            return;
        }
        if (holder.filter(parameter.member()::equals).isPresent()) {
            ZipFiles.refuseWithin(value, parameter.cliName());
        }
        input.set(parameter.member(), value);
    }

    private static JsonNode value(
            Parameter parameter, Parsed parsed, Values values, Globals.Blobs blobs) {
        var shape = parameter.shape();
        if (shape.type() == Shape.Type.BOOLEAN) {
            var flag = parsed.flags().get(parameter.member());
            return NODES.booleanNode(!parameter.negative().equals(flag));
        }
        var texts = parsed.options().getOrDefault(parameter.member(), List.of());
        var value = values.value(parameter, texts);
        var isBinary = Values.isBinaryFile(texts);
        if (parameter.member().equals(ZipFiles.MEMBER)) {
            ZipFiles.check(value.asString(), isBinary);
        }
        return blobs == Globals.Blobs.RAW && !isBinary ? encoded(value, shape) : value;
    }

    private static JsonNode encoded(
            Parameters parameters, String member, JsonNode value, Globals.Blobs blobs) {
        return parameters.members().stream()
                .filter(each -> each.member().equals(member))
                .filter(_ -> blobs == Globals.Blobs.RAW)
                .findFirst()
                .map(parameter -> encoded(value, parameter.shape()))
                .orElse(value);
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

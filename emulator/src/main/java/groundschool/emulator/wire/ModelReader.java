package groundschool.emulator.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Turns the text of an `api.json` into shapes and operations.
final class ModelReader {

    private static final Shape.Structure EMPTY = new Shape.Structure("", List.of(), false);

    private ModelReader() {}

    static Map<String, Shape> shapes(JsonNode model) {
        var shapes = new HashMap<String, Shape>();
        for (var shape : model.path("shapes").properties()) {
            shapes.put(shape.getKey(), shape(shape.getKey(), shape.getValue()));
        }
        return Map.copyOf(shapes);
    }

    static Map<String, ApiOperation> operations(JsonNode model, Map<String, Shape> shapes) {
        var operations = new TreeMap<String, ApiOperation>();
        for (var operation : model.path("operations").properties()) {
            var node = operation.getValue();
            operations.put(
                    operation.getKey(),
                    new ApiOperation(
                            operation.getKey(),
                            structure(node.path("input"), shapes),
                            structure(node.path("output"), shapes),
                            node.path("errors").valueStream().map(ModelReader::reference).toList(),
                            isSigned(node),
                            http(node.path("http"))));
        }
        return operations;
    }

    private static Shape.Structure structure(JsonNode reference, Map<String, Shape> shapes) {
        return shapes.get(reference(reference)) instanceof Shape.Structure structure
                ? structure
                : EMPTY;
    }

    private static String reference(JsonNode node) {
        return node.path("shape").asString("");
    }

    private static HttpTrait http(JsonNode trait) {
        return new HttpTrait(
                trait.path("method").asString("POST"),
                UriPattern.of(trait.path("requestUri").asString("/")),
                trait.path("responseCode").asInt(200));
    }

    private static boolean isSigned(JsonNode operation) {
        return !operation.path("authtype").asString("").equals("none")
                && operation
                        .path("auth")
                        .valueStream()
                        .noneMatch(scheme -> scheme.asString().equals("smithy.api#noAuth"));
    }

    private static Shape shape(String name, JsonNode node) {
        return switch (node.path("type").asString()) {
            case "structure" -> structure(name, node);
            case "list" -> new Shape.Sequence(name, reference(node.path("member")), bounds(node));
            case "map" ->
                    new Shape.Dictionary(
                            name,
                            reference(node.path("key")),
                            reference(node.path("value")),
                            bounds(node));
            case "string", "character" -> text(name, node);
            case "integer" -> new Shape.Numeric(name, Integer.class, bounds(node));
            case "long" -> new Shape.Numeric(name, Long.class, bounds(node));
            case "float" -> new Shape.Numeric(name, Float.class, bounds(node));
            case "double" -> new Shape.Numeric(name, Double.class, bounds(node));
            case "boolean" -> new Shape.Flag(name);
            case "blob" -> new Shape.Bytes(name, bounds(node));
            case "timestamp" ->
                    new Shape.Timestamp(
                            name, node.path("timestampFormat").asString("").equals("iso8601"));
            default -> throw new IllegalArgumentException("no such type: " + name + " " + node);
        };
    }

    private static Shape.Structure structure(String name, JsonNode node) {
        var required =
                node.path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet());
        var members = new ArrayList<Shape.Member>();
        for (var member : node.path("members").properties()) {
            members.add(
                    new Shape.Member(
                            member.getKey(),
                            wireName(member.getKey(), member.getValue()),
                            reference(member.getValue()),
                            required.contains(member.getKey())));
        }
        return new Shape.Structure(
                name, HashOrder.members(members), node.path("exception").asBoolean(false));
    }

    /// A member that is in a header, path or query is not in the body.
    private static String wireName(String name, JsonNode member) {
        return member.has("location") ? "" : member.path("locationName").asString(name);
    }

    private static Shape.Text text(String name, JsonNode node) {
        return new Shape.Text(
                name,
                bounds(node),
                node.path("pattern").stringValueOpt().map(TextPattern::compile),
                HashOrder.values(node.path("enum").valueStream().map(JsonNode::asString).toList()),
                node.path("unlessArn").stringValueOpt());
    }

    private static Shape.Bounds bounds(JsonNode node) {
        if (!node.has("min") && !node.has("max")) {
            return Shape.Bounds.NONE;
        }
        return new Shape.Bounds(
                node.path("min").asDouble(Double.NEGATIVE_INFINITY),
                node.path("max").asDouble(Double.POSITIVE_INFINITY));
    }
}

package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gathers an operation's input from where S3 has it: path, query, headers, and a document.
final class RestXmlInput {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LOCKED_UNTIL = "ObjectLockRetainUntilDate";

    private final ApiModel model;
    private final RestText text;
    private final XmlInput documents;

    RestXmlInput(ApiModel model) {
        this.model = model;
        this.text = new RestText(model.types());
        this.documents = new XmlInput(model);
    }

    /// Reads all of an operation's input but an object's bytes.
    ///
    /// @param labels bucket and key, by the members' names
    /// @param body a document, or nothing
    /// @throws AwsException if something is not of the type that the model says
    ObjectNode read(
            String operation,
            RestBinding binding,
            Map<String, String> labels,
            HttpRequest request,
            byte[] body) {
        var input = NODES.objectNode();
        document(operation, binding, body, input);
        var query = QueryParameters.of(request.query());
        for (var bound : binding.members()) {
            value(bound, labels, request, query)
                    .ifPresent(value -> input.set(bound.member(), value));
        }
        return input;
    }

    private void document(String operation, RestBinding binding, byte[] body, ObjectNode input) {
        if (binding.payload().isEmpty() || body.length == 0) {
            return;
        }
        var member = binding.payload().get();
        var reference = model.input(operation).orElseThrow().path("members").path(member);
        var shape = model.shape(reference.path("shape").asString()).orElseThrow();
        if (shape.path("type").asString().equals("structure")) {
            input.set(
                    member,
                    documents.read(
                            body,
                            shape,
                            reference
                                    .path("locationName")
                                    .asString(reference.path("shape").asString())));
        } else if (shape.path("type").asString().equals("string")) {
            input.put(member, new String(body, StandardCharsets.UTF_8));
        }
    }

    private Optional<JsonNode> value(
            RestBinding.Bound bound,
            Map<String, String> labels,
            HttpRequest request,
            QueryParameters query) {
        var shape = shape(bound.shape());
        return switch (bound.place()) {
            case URI -> Optional.ofNullable(labels.get(bound.member())).map(NODES::stringNode);
            case QUERY ->
                    query.first(bound.wireName()).flatMap(value -> readable(bound, value, shape));
            case HEADER -> header(bound, request, query, shape);
            case HEADERS -> prefixed(bound.wireName(), request, query);
            case STATUS -> Optional.empty();
        };
    }

    /// Presigned requests may have headers of S3's in their query.
    private Optional<JsonNode> header(
            RestBinding.Bound bound, HttpRequest request, QueryParameters query, Shape shape) {
        var name = bound.wireName();
        var sent =
                request.headers()
                        .first(name)
                        .or(() ->
                                name.startsWith("x-amz-")
                                        ? query.parameters().stream()
                                                .filter(each ->
                                                        each.getKey().equalsIgnoreCase(name))
                                                .map(Map.Entry::getValue)
                                                .findFirst()
                                        : Optional.empty());
        if (shape instanceof Shape.Timestamp && !bound.member().equals(LOCKED_UNTIL)) {
            // A date that is none is no condition.
            return sent.flatMap(value -> {
                try {
                    return Optional.of(text.read(value, shape));
                } catch (AwsException unreadable) {
                    return Optional.empty();
                }
            });
        }
        return sent.flatMap(value -> readable(bound, value, shape));
    }

    private Optional<JsonNode> readable(RestBinding.Bound bound, String value, Shape shape) {
        if (shape instanceof Shape.Numeric && value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.read(
                            shape instanceof Shape.Flag ? value.toLowerCase(Locale.ROOT) : value,
                            shape));
        } catch (AwsException unreadable) {
            throw new AwsException(
                    400,
                    "InvalidArgument",
                    unreadable(bound, shape),
                    Map.of("ArgumentName", bound.wireName(), "ArgumentValue", value));
        }
    }

    private static String unreadable(RestBinding.Bound bound, Shape shape) {
        return switch (bound.member()) {
            case "PartNumber" -> "Part number must be an integer between 1 and 10000, inclusive";
            case LOCKED_UNTIL -> "The retain until date must be provided in ISO 8601 format";
            default ->
                    shape instanceof Shape.Numeric
                            ? "Provided %s not an integer or within integer range"
                                    .formatted(bound.wireName())
                            : "Invalid Argument";
        };
    }

    private static Optional<JsonNode> prefixed(
            String prefix, HttpRequest request, QueryParameters query) {
        var entries = NODES.objectNode();
        for (var field : request.headers().fields()) {
            if (field.getKey().regionMatches(true, 0, prefix, 0, prefix.length())) {
                add(entries, field.getKey().substring(prefix.length()), field.getValue());
            }
        }
        for (var parameter : query.parameters()) {
            if (parameter.getKey().regionMatches(true, 0, prefix, 0, prefix.length())) {
                add(entries, parameter.getKey().substring(prefix.length()), parameter.getValue());
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    /// Names are kept in small letters; what is said twice is joined.
    private static void add(ObjectNode entries, String name, String value) {
        var small = name.toLowerCase(Locale.ROOT);
        entries.put(
                small, entries.has(small) ? entries.path(small).asString() + "," + value : value);
    }

    Shape shape(String name) {
        var shape = model.types().get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name);
        }
        return shape;
    }
}

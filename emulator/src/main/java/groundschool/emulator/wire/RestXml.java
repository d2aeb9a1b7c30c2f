package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What S3 speaks: restXml, spread over path, query, headers and body, with documents in XML.
///
/// Objects themselves are not read or written here: they stream past.
///
/// Source: [AWS REST XML](https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html); [Error
/// responses](https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html)
public final class RestXml implements Protocol {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final byte[] NOTHING = new byte[0];
    private static final String LOCKED_UNTIL = "ObjectLockRetainUntilDate";
    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// How a member of an error is called that stands in a header instead.
    private static final String IN_HEADER = "header:";

    private final ApiModel model;
    private final S3Routes routes;
    private final RestText text;
    private final XmlInput documents;
    private final Map<String, RestBinding> bindings = new HashMap<>();

    RestXml(ApiModel model) {
        this.model = model;
        this.routes = new S3Routes(model);
        this.text = new RestText(model.types());
        this.documents = new XmlInput(model);
        for (var name : model.operations()) {
            bindings.put(">" + name, binding(model.input(name)));
            bindings.put("<" + name, binding(model.output(name)));
        }
    }

    private static RestBinding binding(Optional<JsonNode> shape) {
        return RestBinding.of(shape.orElseGet(NODES::objectNode));
    }

    /// Which operation a request is for.
    ///
    /// @throws AwsException if there is none for that method
    public String operation(HttpRequest request, boolean hasBucket, boolean hasKey) {
        return routes.operation(request, hasBucket, hasKey)
                .orElseThrow(() ->
                        new AwsException(
                                405,
                                "MethodNotAllowed",
                                "The specified method is not allowed against this resource.",
                                Map.of(
                                        "Method",
                                        request.method(),
                                        "ResourceType",
                                        routes.resourceType(request, hasBucket, hasKey))));
    }

    /// The member that holds an object's bytes; absent if the operation's body is a document or
    /// nothing.
    public Optional<String> streamed(String operation) {
        return bindings(">" + operation)
                .payload()
                .filter(member ->
                        model.operation(operation)
                                .flatMap(known -> known.input().member(member))
                                .map(known -> shape(known.shape()) instanceof Shape.Bytes)
                                .orElse(false));
    }

    /// Reads all of an operation's input but an object's bytes.
    ///
    /// @param labels bucket and key, by the members' names
    /// @param body a document, or nothing
    /// @throws AwsException if something is not of the type that the model says
    public ObjectNode read(
            String operation, Map<String, String> labels, HttpRequest request, byte[] body) {
        var binding = bindings(">" + operation);
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

    /// Writes an answer.
    ///
    /// @param output the operation's output
    public HttpResponse answer(String operation, JsonNode output, String requestId) {
        var http = model.operation(operation).orElseThrow().http();
        var binding = bindings("<" + operation);
        var headers = S3Answers.headers(requestId);
        for (var bound : binding.members()) {
            var value = output.path(bound.member());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (bound.place() == RestBinding.Place.HEADERS) {
                for (var entry : value.properties()) {
                    headers =
                            headers.with(
                                    bound.wireName() + entry.getKey(), entry.getValue().asString());
                }
            } else if (bound.place() == RestBinding.Place.HEADER) {
                headers = headers.with(bound.wireName(), text.write(value, shape(bound.shape())));
            }
        }
        return content(
                operation, binding, output, S3Answers.status(operation, http.status()), headers);
    }

    private HttpResponse content(
            String operation, RestBinding binding, JsonNode output, int status, Headers headers) {
        var shape = model.output(operation);
        if (shape.isEmpty() || status == 204) {
            return HttpResponse.of(status, headers, NOTHING);
        }
        var xml = new Xml();
        if (binding.payload().isPresent()) {
            var member = binding.payload().get();
            var value = output.path(member);
            var reference = shape.get().path("members").path(member);
            var inside = model.shape(reference.path("shape").asString()).orElseThrow();
            if (!inside.path("type").asString().equals("structure")) {
                return value.isString()
                        ? HttpResponse.of(
                                status,
                                headers.with("Content-Type", "application/json"),
                                value.asString().getBytes(StandardCharsets.UTF_8))
                        : HttpResponse.of(status, headers, NOTHING);
            }
            var root = reference.path("locationName").asString(reference.path("shape").asString());
            write(xml, root, inside, value, new HashSet<>());
        } else {
            var names = binding.names();
            var isEmpty =
                    shape.get().path("members").propertyNames().stream().allMatch(names::contains);
            if (isEmpty) {
                return HttpResponse.of(status, headers, NOTHING);
            }
            write(xml, S3Answers.root(operation), shape.get(), output, names);
        }
        return HttpResponse.of(
                status,
                headers.with("Content-Type", "application/xml"),
                (PROLOGUE + xml.text()).getBytes(StandardCharsets.UTF_8));
    }

    private void write(
            Xml xml, String root, JsonNode shape, JsonNode value, Set<String> elsewhere) {
        xml.open(root, NAMESPACE);
        if (root.equals("LocationConstraint")) {
            xml.characters(value.path(root).asString(""));
        } else {
            new XmlOutput(model, xml).members(shape, value, elsewhere);
        }
        xml.close(root);
    }

    @Override
    public AwsException named(AwsException refusal) {
        return S3Answers.named(refusal);
    }

    @Override
    public HttpResponse refuse(HttpRequest request, AwsException refusal, String requestId) {
        var error = S3Answers.spoken(named(refusal));
        var headers = S3Answers.headers(requestId);
        var members = new TreeMap<String, String>();
        for (var member : error.members().entrySet()) {
            if (member.getKey().startsWith(IN_HEADER)) {
                headers =
                        headers.with(
                                member.getKey().substring(IN_HEADER.length()),
                                member.getValue().toString());
            } else {
                members.put(member.getKey(), member.getValue().toString());
            }
        }
        if (request.method().equals("HEAD") || error.status() == 304) {
            return HttpResponse.of(error.status(), headers, NOTHING);
        }
        return HttpResponse.of(
                error.status(),
                headers.with("Content-Type", "application/xml"),
                (PROLOGUE + document(error, members, requestId)).getBytes(StandardCharsets.UTF_8));
    }

    private static String document(
            AwsException error, Map<String, String> members, String requestId) {
        var xml = new Xml();
        xml.open("Error");
        xml.text("Code", error.code());
        if (!error.message().isEmpty()) {
            xml.text("Message", error.message());
        }
        members.forEach(xml::text);
        xml.text("RequestId", requestId);
        xml.text("HostId", S3Answers.hostId(requestId));
        return xml.close("Error").text();
    }

    private RestBinding bindings(String operation) {
        var known = bindings.get(operation);
        if (known == null) {
            throw CoralErrors.unknownOperation();
        }
        return known;
    }

    private Shape shape(String name) {
        var shape = model.types().get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name);
        }
        return shape;
    }
}

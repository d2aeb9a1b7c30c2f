package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// How a member of an error is called that stands in a header instead.
    private static final String IN_HEADER = "header:";

    private final ApiModel model;
    private final S3Routes routes;
    private final RestText text;
    private final RestXmlInput input;
    private final Map<String, RestBinding> bindings = new HashMap<>();

    RestXml(ApiModel model) {
        this.model = model;
        this.routes = new S3Routes(model);
        this.text = new RestText(model.types());
        this.input = new RestXmlInput(model);
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
                                .map(known -> input.shape(known.shape()) instanceof Shape.Bytes)
                                .orElse(false));
    }

    /// Reads all of an operation's input but an object's bytes.
    ///
    /// @param labels bucket and key, by the members' names
    /// @param body a document, or nothing
    /// @throws AwsException if something is not of the type that the model says
    public ObjectNode read(
            String operation, Map<String, String> labels, HttpRequest request, byte[] body) {
        return input.read(operation, bindings(">" + operation), labels, request, body);
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
                headers =
                        headers.with(
                                bound.wireName(), text.write(value, input.shape(bound.shape())));
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
}

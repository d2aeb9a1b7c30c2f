package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The protocols whose operations are told apart by method and path, and whose inputs and outputs
/// are spread over path, query, headers, status and body. What the bodies are written in is the
/// matter of a `RestBody`.
///
/// Source: [HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)
public final class Rest implements Protocol {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final byte[] NOTHING = new byte[0];

    /// The operation that a request is for.
    ///
    /// @param labels what the path has in the place of each label
    public record Match(String operation, Map<String, String> labels) {}

    private record Bindings(RestBinding input, RestBinding output) {}

    private final ApiModel model;
    private final RestBody body;
    private final RestText text;

    /// Those whose path says more come first.
    private final List<ApiOperation> bySpecificity;

    private final Map<String, Bindings> bindings = new HashMap<>();

    Rest(ApiModel model, RestBody body) {
        this.model = model;
        this.body = body;
        this.text = new RestText(model.types());
        var operations = new ArrayList<ApiOperation>();
        for (var name : model.operations()) {
            operations.add(model.operation(name).orElseThrow());
            bindings.put(
                    name, new Bindings(binding(model.input(name)), binding(model.output(name))));
        }
        operations.sort((one, other) -> one.http().uri().compare(other.http().uri()));
        this.bySpecificity = List.copyOf(operations);
    }

    private static RestBinding binding(Optional<JsonNode> shape) {
        return RestBinding.of(shape.orElseGet(NODES::objectNode));
    }

    /// The operation that a request is for; nothing if the service has none there.
    public Optional<Match> match(HttpRequest request) {
        var query = QueryParameters.of(request.query());
        for (var operation : bySpecificity) {
            if (operation.http().method().equals(request.method())) {
                var labels = operation.http().uri().match(request.path(), query);
                if (labels.isPresent()) {
                    return Optional.of(new Match(operation.name(), labels.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// Reads an operation's input.
    ///
    /// @param sent the body, unpacked
    /// @throws AwsException if something is not of the type that the model says
    public JsonNode read(Match match, HttpRequest request, byte[] sent) {
        var binding = bindings(match.operation()).input();
        var shape = model.operation(match.operation()).orElseThrow().input();
        var input = payload(binding, shape, sent);
        var query = QueryParameters.of(request.query());
        for (var bound : binding.members()) {
            value(bound, match, request, query)
                    .ifPresent(value -> input.set(bound.member(), value));
        }
        return input;
    }

    private ObjectNode payload(RestBinding binding, Shape.Structure shape, byte[] sent) {
        if (binding.payload().isEmpty()) {
            return (ObjectNode) body.read(sent, shape);
        }
        var input = NODES.objectNode();
        var member = binding.payload().get();
        if (sent.length > 0) {
            input.set(
                    member,
                    switch (type(shape.member(member).orElseThrow().shape())) {
                        case Shape.Structure structure -> body.read(sent, structure);
                        default -> BinaryNode.valueOf(sent);
                    });
        }
        return input;
    }

    private Optional<JsonNode> value(
            RestBinding.Bound bound, Match match, HttpRequest request, QueryParameters query) {
        var shape = type(bound.shape());
        return switch (bound.place()) {
            case URI ->
                    RestBinding.label(bound, match.labels()).map(label -> text.read(label, shape));
            case QUERY -> {
                if (shape instanceof Shape.Dictionary) {
                    yield all(query);
                }
                var values = query.all(bound.wireName());
                if (values.isEmpty()) {
                    yield Optional.empty();
                }
                yield Optional.of(
                        shape instanceof Shape.Sequence sequence
                                ? text.readAll(values, type(sequence.element()))
                                : text.read(values.getFirst(), shape));
            }
            case HEADER ->
                    request.headers().first(bound.wireName()).map(value -> text.read(value, shape));
            case HEADERS -> prefixed(bound.wireName(), request.headers());
            case STATUS -> Optional.empty();
        };
    }

    /// What the query has, by name: a map is bound to all of it.
    private static Optional<JsonNode> all(QueryParameters query) {
        var entries = NODES.objectNode();
        query.parameters().forEach(each -> entries.put(each.getKey(), each.getValue()));
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    private static Optional<JsonNode> prefixed(String prefix, Headers headers) {
        var entries = NODES.objectNode();
        for (var field : headers.fields()) {
            if (field.getKey().regionMatches(true, 0, prefix, 0, prefix.length())) {
                entries.put(field.getKey().substring(prefix.length()), field.getValue());
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    private record Head(int status, Headers headers) {}

    /// Writes an answer.
    ///
    /// @param output the operation's output
    public HttpResponse answer(String operation, JsonNode output, String requestId) {
        var head = head(operation, output, requestId);
        var content = content(operation, bindings(operation).output(), output, head.status());
        return HttpResponse.of(
                head.status(),
                content.length == 0 || head.headers().first("Content-Type").isPresent()
                        ? head.headers()
                        : head.headers().with("Content-Type", body.contentType()),
                content);
    }

    /// Writes an answer that is a stream of events.
    ///
    /// @param output the operation's output, whose payload the stream is
    public HttpResponse stream(
            String operation, JsonNode output, InputStream events, String requestId) {
        var head = head(operation, output, requestId);
        return new HttpResponse(
                head.status(),
                head.headers().with("Content-Type", EventMessage.CONTENT_TYPE),
                HttpResponse.STREAMED,
                events);
    }

    private Head head(String operation, JsonNode output, String requestId) {
        var http = model.operation(operation).orElseThrow().http();
        var binding = bindings(operation).output();
        var headers = Answers.headers(requestId);
        int status = http.status();
        for (var bound : binding.members()) {
            var value = output.path(bound.member());
            if (value.isMissingNode() || value.isNull()) {
                continue;
            }
            if (bound.place() == RestBinding.Place.STATUS) {
                status = value.asInt();
            } else if (bound.place() == RestBinding.Place.HEADERS) {
                for (var entry : value.properties()) {
                    headers =
                            headers.with(
                                    bound.wireName() + entry.getKey(), entry.getValue().asString());
                }
            } else {
                headers = headers.with(bound.wireName(), text.write(value, type(bound.shape())));
            }
        }
        return new Head(status, headers);
    }

    private byte[] content(String operation, RestBinding binding, JsonNode output, int status) {
        if (binding.payload().isPresent()) {
            var payload = output.path(binding.payload().get());
            var shape = model.operation(operation).orElseThrow().output();
            return payload.isMissingNode() || payload.isNull()
                    ? NOTHING
                    : payload.isBinary()
                            ? payload.binaryValue()
                            : body.write(
                                    payload,
                                    type(
                                            shape.member(binding.payload().get())
                                                    .orElseThrow()
                                                    .shape()));
        }
        if (status == 204 || model.output(operation).isEmpty()) {
            return NOTHING;
        }
        var members = ((ObjectNode) output).deepCopy();
        members.remove(binding.names());
        return body.write(members, model.operation(operation).orElseThrow().output());
    }

    @Override
    public AwsException named(AwsException refusal) {
        return RestErrors.of(refusal);
    }

    @Override
    public HttpResponse refuse(HttpRequest request, AwsException refusal, String requestId) {
        var error = RestErrors.of(refusal);
        var binding = binding(model.shape(error.code()));
        var headers = Answers.headers(requestId).with("x-amzn-ErrorType", error.code());
        var members = new LinkedHashMap<>(error.members());
        for (var bound : binding.members()) {
            var value = Optional.ofNullable(members.remove(bound.member()));
            if (value.isPresent()) {
                headers = headers.with(bound.wireName(), value.get().toString());
            }
        }
        return HttpResponse.of(
                error.status(),
                headers.with("Content-Type", body.contentType()),
                body.refusal(error, members));
    }

    private Bindings bindings(String operation) {
        var known = bindings.get(operation);
        if (known == null) {
            throw CoralErrors.unknownOperation();
        }
        return known;
    }

    private Shape type(String name) {
        var shape = model.types().get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape " + name);
        }
        return shape;
    }
}

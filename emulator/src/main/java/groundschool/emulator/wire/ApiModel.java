package groundschool.emulator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// AWS's API model of one service: its operations, their shapes and the constraints on them.
///
/// Source: botocore's `service-2.json`, trimmed by `emulator/models/trim.py`.
public final class ApiModel {

    private final JsonNode model;
    private final Map<String, Shape> types;
    private final Map<String, ApiOperation> operations;
    private final TypeCheck typeCheck;
    private final ConstraintCheck constraintCheck;
    private final Secrets secrets;
    private final boolean namesInputs;

    private ApiModel(JsonNode model, Set<String> exempt) {
        this.model = model;
        this.types = ModelReader.shapes(model);
        this.operations = ModelReader.operations(model, types);
        this.typeCheck = new TypeCheck(types, namespace(), has("readsValues"));
        this.namesInputs = has("namesInputs");
        this.constraintCheck =
                new ConstraintCheck(types, exempt, neverNull(), has("silent"), constraintError());
        this.secrets = Secrets.of(model.path("shapes"));
    }

    /// Reads the model of a service, all of whose shapes are checked.
    ///
    /// @param service such as `dynamodb`
    public static ApiModel of(String service) {
        return of(service, Set.of());
    }

    /// Reads the model of a service.
    ///
    /// @param exempt the shapes whose constraints the service checks itself while it reads them
    public static ApiModel of(String service, Set<String> exempt) {
        var resource = "/groundschool/emulator/" + service + "/api.json";
        try (var in = ApiModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no API model at " + resource);
            }
            return new ApiModel(Json.mapper().readTree(in), exempt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> neverNull() {
        return model.path("shapes")
                .propertyStream()
                .filter(shape -> shape.getValue().path("neverNull").asBoolean(false))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What stands before the dot in `X-Amz-Target`, such as `DynamoDB_20120810`.
    public String targetPrefix() {
        return model.path("metadata").path("targetPrefix").asString();
    }

    /// How the service's requests look on the wire.
    public Protocol protocol() {
        var metadata = model.path("metadata");
        return switch (metadata.path("protocol").asString()) {
            case "json", "smithy-rpc-v2-cbor" ->
                    new AwsJson(metadata.path("jsonVersion").asString(), namespace(), queryCodes());
            case "query" -> new AwsQuery(this, xmlNamespace());
            case "rest-json" -> new Rest(this, new RestJson(types));
            case "rest-xml" -> new RestXml(this);
            default -> throw new IllegalArgumentException("no such protocol yet: " + metadata);
        };
    }

    /// The form protocol of a service that has others too.
    public AwsQuery query() {
        return new AwsQuery(this, xmlNamespace());
    }

    /// What errors were called when the service spoke awsQuery only, by what they are called now;
    /// empty if it never did.
    ///
    /// Source: [awsQueryCompatible](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html)
    Map<String, String> queryCodes() {
        if (!model.path("metadata").has("awsQueryCompatible")) {
            return Map.of();
        }
        var codes = new HashMap<String, String>();
        codes.put("ValidationException", "ValidationError");
        for (var shape : model.path("shapes").properties()) {
            shape.getValue()
                    .path("error")
                    .path("code")
                    .stringValueOpt()
                    .ifPresent(code -> codes.put(shape.getKey(), code));
        }
        return Map.copyOf(codes);
    }

    /// What stands before the names of the service's own errors and classes:
    /// `com.amazonaws.dynamodb.v20120810`.
    private String namespace() {
        var metadata = model.path("metadata");
        return metadata.path("namespace")
                .stringValueOpt()
                .orElseGet(() ->
                        "com.amazonaws.%s.v%s"
                                .formatted(
                                        metadata.path("endpointPrefix").asString(),
                                        metadata.path("apiVersion").asString().replace("-", "")));
    }

    /// Whether the service has a habit: `silent` ones keep the values that they complain of to
    /// themselves, those that are `namesInputs` say of members of the body whose they are, and
    /// those that are `readsValues` look at a body once it is read, and not while it is.
    private boolean has(String habit) {
        return model.path("metadata").path(habit).asBoolean(false);
    }

    /// What the service calls it that an input breaks a constraint.
    private String constraintError() {
        return model.path("metadata").path("constraintError").asString("ValidationException");
    }

    /// What the XML of a query service's answers is in, such as
    /// `https://iam.amazonaws.com/doc/2010-05-08/`.
    private String xmlNamespace() {
        var metadata = model.path("metadata");
        return metadata.path("xmlNamespace")
                .stringValueOpt()
                .orElseGet(() ->
                        "https://%s.amazonaws.com/doc/%s/"
                                .formatted(
                                        metadata.path("endpointPrefix").asString(),
                                        metadata.path("apiVersion").asString()));
    }

    /// The version that requests to a query service name, such as `2010-05-08`.
    public String version() {
        return model.path("metadata").path("apiVersion").asString();
    }

    /// What stands around the output in a query service's answer, such as `CreateUserResult`;
    /// absent if the operation answers nothing.
    public Optional<String> resultWrapper(String operation) {
        return model.path("operations")
                .path(operation)
                .path("output")
                .path("resultWrapper")
                .stringValueOpt();
    }

    /// The first segments of the paths of a REST service.
    public Set<String> roots() {
        return operations.values().stream()
                .map(operation -> operation.http().uri().root())
                .collect(Collectors.toSet());
    }

    /// Where an operation is, as the model has it: `/{Bucket}/{Key+}?tagging`.
    String uri(String operation) {
        return model.path("operations")
                .path(operation)
                .path("http")
                .path("requestUri")
                .asString("/");
    }

    /// Whether an operation takes no document without a checksum.
    public boolean needsChecksum(String operation) {
        return model.path("operations")
                .path(operation)
                .path("httpChecksum")
                .path("requestChecksumRequired")
                .asBoolean(false);
    }

    /// The method by which an operation is called.
    String method(String operation) {
        return model.path("operations")
                .path(operation)
                .path("http")
                .path("method")
                .asString("POST");
    }

    /// The names of all operations that AWS has.
    public SortedSet<String> operations() {
        return new TreeSet<>(operations.keySet());
    }

    /// The operation of that name, or nothing if AWS has none.
    public Optional<ApiOperation> operation(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    /// All shapes by name, compiled.
    public Map<String, Shape> types() {
        return types;
    }

    /// The shape of an operation's input as the model has it, or nothing if there is no such
    /// operation.
    public Optional<JsonNode> input(String operation) {
        return model.path("operations").path(operation).path("input").asOptional().map(this::shape);
    }

    /// The shape of an operation's output as the model has it, or nothing if it answers nothing.
    public Optional<JsonNode> output(String operation) {
        return model.path("operations")
                .path(operation)
                .path("output")
                .asOptional()
                .map(this::shape);
    }

    /// A shape as the model has it, by its name.
    public Optional<JsonNode> shape(String name) {
        return model.path("shapes").path(name).asOptional();
    }

    /// What is not to be kept of inputs and outputs.
    public Secrets secrets() {
        return secrets;
    }

    /// The conditions that clients can wait for, by name, such as `TableExists`.
    public JsonNode waiters() {
        return model.path("waiters");
    }

    /// How clients turn the pages of an operation's answer, or nothing if it comes whole.
    public Optional<JsonNode> paginator(String operation) {
        return model.path("paginators").path(operation).asOptional();
    }

    private JsonNode shape(JsonNode reference) {
        return model.path("shapes").path(reference.path("shape").asString());
    }

    /// Holds an input against the model: types, then required members, lengths, patterns, ranges
    /// and enumerations, in AWS's words and order.
    ///
    /// @throws groundschool.emulator.AwsException if it does not fit
    public void check(String operation, JsonNode input) {
        var shape = operation(operation).orElseThrow(CoralErrors::unknownOperation).input();
        typeCheck.check(shape, input);
        constraintCheck.check(
                shape, input, namesInputs ? Paths.lowerFirst(operation) + "Input" : "");
    }
}

package groundschool.emulator;

import groundschool.emulator.dynamodb.DynamoDb;
import groundschool.emulator.dynamodb.stream.DynamoDbStreams;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sandbox.StorageException;
import groundschool.emulator.wire.Answers;
import groundschool.emulator.wire.ContentEncoding;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.Cors;
import groundschool.emulator.wire.Protocol;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// AWS in a jar: takes an HTTP request, finds whose sandbox it is for, and answers as the service
/// would.
///
/// The one way to every operation, whether it comes from a socket, from a client in this process,
/// from the terminal of a lab or from a check.
public final class Emulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Emulator.class);

    /// Every service that there is.
    private static final List<Service<?>> SERVICES = List.of(new DynamoDb(), new DynamoDbStreams());

    private final SortedMap<String, Endpoint<?>> endpoints = new TreeMap<>();

    /// The service that answers what names none.
    private final Endpoint<?> usual;

    private final Sandboxes sandboxes;
    private final SignatureV4 signatures;

    /// An emulator of these sandboxes, which it closes when it is closed.
    public Emulator(Sandboxes sandboxes) {
        this(sandboxes, InstantSource.system());
    }

    /// An emulator whose signatures are dated by that clock.
    public Emulator(Sandboxes sandboxes, InstantSource wall) {
        this.sandboxes = sandboxes;
        this.signatures = new SignatureV4(sandboxes, wall);
        for (var service : SERVICES) {
            endpoints.put(service.name(), new Endpoint<>(service));
        }
        this.usual = endpoints.sequencedValues().getFirst();
    }

    /// The sandboxes that it serves.
    public Sandboxes sandboxes() {
        return sandboxes;
    }

    /// A service's operations and API model, by its own name.
    public Optional<Endpoint<?>> endpoint(String service) {
        return Optional.ofNullable(endpoints.get(service));
    }

    /// Reads the models of all services, which would else be read by the first call to each.
    public void warmUp() {
        endpoints.values().forEach(Endpoint::json);
    }

    /// All services, by name.
    public SortedMap<String, Endpoint<?>> endpoints() {
        return new TreeMap<>(endpoints);
    }

    /// Answers a request. Whatever goes wrong becomes an answer in AWS's form.
    public HttpResponse handle(HttpRequest request) {
        var requestId = RequestIds.next();
        return Cors.preflight(request, requestId)
                .map(answer -> Cors.allow(request, answer))
                .orElseGet(() -> Cors.allow(request, answer(request, requestId)));
    }

    /// Looks at things in the order in which DynamoDB does: method, length, type of content, JSON,
    /// target, signature, and then the input.
    private HttpResponse answer(HttpRequest request, String requestId) {
        if (isHealthCheck(request)) {
            return healthy(request, requestId);
        }
        if (!request.method().equals("POST")) {
            return Answers.unknownOperation(requestId);
        }
        var target = request.headers().first("X-Amz-Target").orElse("");
        var addressed =
                endpoints.values().stream().filter(each -> each.isTargetOf(target)).findFirst();
        var protocol = addressed.orElse(usual).protocol();
        try {
            var limit = bodyLimitBytes(addressed.orElse(usual), target);
            var body = read(request, limit);
            var plain = body.flatMap(sent -> ContentEncoding.unpack(request, sent, limit));
            if (body.isEmpty() || plain.isEmpty()) {
                return Answers.of(413, "", new byte[0], requestId);
            }
            if (body.get().length > 0
                    && !protocol.accepts(request.headers().first("Content-Type").orElse(""))) {
                return Answers.unknownOperation(requestId);
            }
            var input = plain.filter(text -> text.length > 0).map(protocol::read);
            return answer(request, body.get(), input, addressed, protocol, target, requestId);
        } catch (AwsException refusal) {
            return protocol.refuse(request, refusal, requestId);
        } catch (IOException gone) {
            LOG.debug("{} {}: the client did not send its request", requestId, target, gone);
            return Answers.of(400, "", new byte[0], requestId);
        } catch (StorageException failure) {
            LOG.error("{} {}: {}", requestId, target, failure.getMessage(), failure);
            return protocol.refuse(request, CoralErrors.internal(), requestId);
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("{} {}", requestId, target, failure);
            return protocol.refuse(request, CoralErrors.internal(), requestId);
        }
    }

    private HttpResponse answer(
            HttpRequest request,
            byte[] body,
            Optional<JsonNode> input,
            Optional<Endpoint<?>> addressed,
            Protocol protocol,
            String target,
            String requestId) {
        var endpoint = addressed.orElseThrow(CoralErrors::unknownOperation);
        var operation = endpoint.operationOf(target);
        var caller = signatures.verify(request, body, endpoint.service().signingName());
        var output =
                Gate.perform(
                        caller,
                        endpoint,
                        operation,
                        input.orElseThrow(CoralErrors::serialization),
                        requestId);
        return protocol.answer(request, endpoint.write(output), requestId);
    }

    /// Performs an operation for a caller that is known already: the terminal, a check, another
    /// service.
    ///
    /// @param service such as `dynamodb`
    /// @param operation such as `PutItem`
    /// @return the operation's output, as the wire would carry it
    /// @throws AwsException if the service would refuse
    public JsonNode perform(Caller caller, String service, String operation, JsonNode input) {
        var endpoint = endpoint(service).orElseThrow(CoralErrors::unknownOperation);
        endpoint.operation(operation);
        return endpoint.tree(Gate.perform(caller, endpoint, operation, input, RequestIds.next()));
    }

    private static boolean isHealthCheck(HttpRequest request) {
        return request.path().equals("/")
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }

    /// Unlike AWS, whose endpoints each serve one Region, this names one of the many.
    private static HttpResponse healthy(HttpRequest request, String requestId) {
        var text = "healthy: dynamodb.us-east-1.amazonaws.com ".getBytes(StandardCharsets.UTF_8);
        var answer = Answers.of(200, "", text, requestId);
        return request.method().equals("GET")
                ? answer
                : HttpResponse.of(200, answer.headers(), new byte[0]);
    }

    /// The body, or nothing if it is longer than the operation takes.
    private static Optional<byte[]> read(HttpRequest request, long limit) throws IOException {
        try (var in = request.body()) {
            var body = in.readNBytes((int) limit + 1);
            return body.length > limit ? Optional.empty() : Optional.of(body);
        }
    }

    private static long bodyLimitBytes(Endpoint<?> endpoint, String target) {
        return endpoint.service().bodyLimitBytes(target.substring(target.indexOf('.') + 1));
    }

    @Override
    public void close() {
        sandboxes.close();
    }
}

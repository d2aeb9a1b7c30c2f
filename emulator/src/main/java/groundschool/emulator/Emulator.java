package groundschool.emulator;

import groundschool.emulator.dynamodb.DynamoDb;
import groundschool.emulator.iam.Decision;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Ledger;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sandbox.StorageException;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
/// from the terminal of a lab or from a check: model, IAM, operation, storage, ledger, in this
/// order.
public final class Emulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Emulator.class);

    /// Every service that there is.
    private static final List<Service<?>> SERVICES = List.of(new DynamoDb());

    private final SortedMap<String, Endpoint<?>> endpoints = new TreeMap<>();
    private final Sandboxes sandboxes;
    private final SignatureV4 signatures;

    /// An emulator of these sandboxes, which it closes when it is closed.
    public Emulator(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
        this.signatures = new SignatureV4(sandboxes);
        for (var service : SERVICES) {
            endpoints.put(service.name(), new Endpoint<>(service));
        }
    }

    /// The sandboxes that it serves.
    public Sandboxes sandboxes() {
        return sandboxes;
    }

    /// A service's operations and API model, by the name that requests are signed for.
    public Optional<Endpoint<?>> endpoint(String service) {
        return Optional.ofNullable(endpoints.get(service));
    }

    /// All services, by name.
    public SortedMap<String, Endpoint<?>> endpoints() {
        return new TreeMap<>(endpoints);
    }

    /// Answers a request. Whatever goes wrong becomes an answer in AWS's form.
    public HttpResponse handle(HttpRequest request) {
        if (request.headers().first("X-Amz-Target").isEmpty() && isHealthCheck(request)) {
            return HttpResponse.of(
                    200,
                    Headers.of("Content-Type", "text/plain; charset=utf-8"),
                    "Groundschool emulator\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        var requestId = RequestIds.next();
        var target = request.headers().first("X-Amz-Target").orElse("");
        var endpoint =
                endpoints.values().stream().filter(each -> each.isTargetOf(target)).findFirst();
        var protocol = endpoint.orElseGet(() -> endpoints.get("dynamodb")).protocol();
        try {
            var addressed = endpoint.orElseThrow(CoralErrors::unknownOperation);
            var operation = addressed.operationOf(target);
            var body = read(request);
            var input = protocol.read(body);
            var caller = signatures.verify(request, body);
            var output = perform(caller, addressed, operation, input, requestId);
            return protocol.answer(addressed.write(output), requestId);
        } catch (AwsException refusal) {
            return protocol.refuse(refusal, requestId);
        } catch (StorageException | IOException failure) {
            LOG.error("{} {}: {}", requestId, target, failure.getMessage(), failure);
            return protocol.refuse(CoralErrors.internal(), requestId);
        } catch (RuntimeException failure) {
            LOG.error("{} {}", requestId, target, failure);
            return protocol.refuse(CoralErrors.internal(), requestId);
        }
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
        return endpoint.tree(perform(caller, endpoint, operation, input, RequestIds.next()));
    }

    private <S> Object perform(
            Caller caller,
            Endpoint<S> endpoint,
            String operation,
            JsonNode input,
            String requestId) {
        var began = System.nanoTime();
        var sandbox = caller.sandbox();
        var usage = new Usage();
        var call =
                new Call(
                        caller.principal(),
                        sandbox.account(),
                        caller.region(),
                        sandbox.clock().now(),
                        sandbox.clock(),
                        sandbox.random(),
                        requestId,
                        usage);
        var outcome = new Outcome();
        try {
            endpoint.model().check(operation, input);
            var runnable = endpoint.read(operation, input);
            return sandbox.storage()
                    .transition(() -> {
                        var store = sandbox.state(endpoint.service());
                        var wanted = runnable.access(store, call);
                        outcome.resources =
                                wanted.stream().map(Access::resource).distinct().toList();
                        var decision = Iam.decide(caller.principal(), wanted);
                        outcome.decision = decision.why();
                        if (decision instanceof Decision.Denied(var why)) {
                            throw CoralErrors.accessDenied(why);
                        }
                        var output = runnable.run(store, call);
                        outcome.output = Optional.of(output);
                        return output;
                    });
        } catch (AwsException refusal) {
            outcome.error = Optional.of(new Ledger.Failure(refusal.code(), refusal.message()));
            throw refusal;
        } finally {
            if (!(caller.principal() instanceof Principal.Inspector)) {
                note(caller, endpoint, operation, input, call, outcome, System.nanoTime() - began);
            }
        }
    }

    private static void note(
            Caller caller,
            Endpoint<?> endpoint,
            String operation,
            JsonNode input,
            Call call,
            Outcome outcome,
            long nanoseconds) {
        caller.sandbox()
                .ledger()
                .add(
                        new Ledger.Entry(
                                0,
                                call.now(),
                                caller.principal().arn(),
                                caller.region(),
                                endpoint.service().name(),
                                operation,
                                outcome.resources,
                                endpoint.body(input),
                                outcome.output.map(endpoint::body),
                                outcome.error,
                                outcome.decision,
                                Map.copyOf(call.usage().units()),
                                call.requestId(),
                                Duration.ofNanos(nanoseconds)));
    }

    private static boolean isHealthCheck(HttpRequest request) {
        return request.path().equals("/")
                && (request.method().equals("GET") || request.method().equals("HEAD"))
                && request.query().isEmpty();
    }

    private static byte[] read(HttpRequest request) throws IOException {
        try (var body = request.body()) {
            return body.readAllBytes();
        }
    }

    @Override
    public void close() {
        sandboxes.close();
    }

    private static final class Outcome {
        private List<String> resources = List.of();
        private Optional<Object> output = Optional.empty();
        private Optional<Ledger.Failure> error = Optional.empty();
        private String decision = "";
    }
}

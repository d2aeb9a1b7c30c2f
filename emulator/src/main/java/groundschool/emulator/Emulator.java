package groundschool.emulator;

import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.serve.ApiNames;
import groundschool.emulator.apigatewaymanagementapi.ManagementApi;
import groundschool.emulator.apigatewayv2.ApiGatewayV2;
import groundschool.emulator.apigatewayv2.serve.Connections;
import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cognito.CognitoIdp;
import groundschool.emulator.cognito.importing.ImportDoor;
import groundschool.emulator.cognito.login.LoginDoor;
import groundschool.emulator.cognito.message.InboxDoor;
import groundschool.emulator.cognitoidentity.CognitoIdentity;
import groundschool.emulator.dynamodb.DynamoDb;
import groundschool.emulator.dynamodb.stream.DynamoDbStreams;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.kms.Kms;
import groundschool.emulator.lambda.Lambda;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.lambda.url.FunctionUrlSite;
import groundschool.emulator.logs.Logs;
import groundschool.emulator.logs.tail.LiveTails;
import groundschool.emulator.s3.S3;
import groundschool.emulator.s3.object.Download;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sts.Sts;
import groundschool.emulator.wire.CoralErrors;
import groundschool.emulator.wire.Cors;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.S3RequestKeys;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// AWS in a jar: takes an HTTP request, finds whose sandbox it is for, and answers as the service
/// would.
///
/// The one way to every operation, whether it comes from a socket, from a client in this process,
/// from the terminal of a lab or from a check.
public final class Emulator implements Front, AutoCloseable {

    private static final int MOST_BYTES_AT_ONCE = 16 * 1024 * 1024;
    private static final URI NO_PORT = URI.create("http://localhost");

    private final SortedMap<String, Endpoint<?>> endpoints = new TreeMap<>();
    private final Sandboxes sandboxes;
    private final SignatureV4 signatures;
    private final Strangers strangers;
    private final JsonDoor json;
    private final QueryDoor queries;
    private final CborDoor cbor;
    private final RestDoor rest;
    private final LinkDoor links;
    private final DiscoveryDoor discovery;
    private final HostDoor hosts;
    private final S3Door buckets;
    private final Runtimes runtimes;
    private final Connections connections = new Connections();
    private final LiveTails tails = new LiveTails();
    private volatile URI address = NO_PORT;

    /// An emulator of these sandboxes, which it closes when it is closed.
    public Emulator(Sandboxes sandboxes) {
        this(sandboxes, InstantSource.system());
    }

    /// An emulator whose signatures are dated by that clock.
    public Emulator(Sandboxes sandboxes, InstantSource wall) {
        this(
                sandboxes,
                wall,
                Runtimes.local(sandboxes.folder().map(folder -> folder.resolve("runtimes"))));
    }

    /// An emulator whose functions run there, which is closed with it.
    public Emulator(Sandboxes sandboxes, InstantSource wall, Runtimes runtimes) {
        this.sandboxes = sandboxes;
        this.runtimes = runtimes;
        sandboxes.foundBy(Iam::found);
        var byJson = new ArrayList<Endpoint<?>>();
        var byQuery = new ArrayList<Endpoint<?>>();
        var byCbor = new ArrayList<Endpoint<?>>();
        var byPath = new ArrayList<Endpoint<?>>();
        for (var service : services(runtimes, connections, tails)) {
            var endpoint = new Endpoint<>(service);
            endpoints.put(service.name(), endpoint);
            if (service.address() instanceof Address.Target) {
                byJson.add(endpoint);
            } else if (service.address() instanceof Address.Query) {
                byQuery.add(endpoint);
            } else if (service != S3.SERVICE) {
                // Buckets may be at any path: S3 has a door of its own.
                byPath.add(endpoint);
            }
            service.queryVersion().ifPresent(_ -> byQuery.add(endpoint));
            if (service.takesCbor()) {
                byCbor.add(endpoint);
            }
        }
        var all = List.copyOf(endpoints.values());
        sandboxes.servedBy(sandbox -> new Services(sandbox, all, this));
        this.signatures = new SignatureV4(sandboxes, Iam::isActive, wall);
        this.strangers = new Strangers(sandboxes);
        this.json = new JsonDoor(byJson, signatures, strangers);
        this.cbor = new CborDoor(byCbor, signatures);
        this.links = new LinkDoor(sandboxes, wall);
        this.discovery = new DiscoveryDoor(sandboxes, this::address);
        this.buckets = new S3Door(endpoint("s3").orElseThrow(), signatures, sandboxes);
        this.rest = new RestDoor(byPath, signatures);
        this.hosts = new HostDoor(hostedThings());
        this.queries = new QueryDoor(byQuery, signatures, strangers);
    }

    /// Every service that there is. The first that speaks JSON answers what names none.
    private static List<Service<?>> services(
            Runtimes runtimes, Connections connections, LiveTails tails) {
        return List.of(
                new DynamoDb(),
                new DynamoDbStreams(),
                Iam.SERVICE,
                new Sts(),
                new Logs(tails),
                CloudWatch.SERVICE,
                CognitoIdentity.SERVICE,
                new Kms(),
                CognitoIdp.SERVICE,
                new Lambda(runtimes),
                ApiGateway.SERVICE,
                ApiGatewayV2.SERVICE,
                new ManagementApi(connections),
                S3.SERVICE);
    }

    /// What answers at names of its own.
    private List<HostedThings> hostedThings() {
        return List.of(
                buckets.hosted(),
                new S3Site(buckets),
                new FunctionUrlSite(new Lambda(runtimes), sandboxes, signatures),
                new LoginDoor(sandboxes),
                new ImportDoor(sandboxes),
                new InboxDoor(signatures),
                new ApiNames(sandboxes, signatures, connections, this::manage));
    }

    private HttpResponse manage(HttpRequest request, HttpRequest sent) {
        return rest.answer(request, sent, endpoint(ManagementApi.NAME).orElseThrow());
    }

    @Override
    public URI address() {
        return address;
    }

    /// Says where clients reach it, once they do.
    public void isAt(URI uri) {
        address = uri;
    }

    /// Ends those answers that would else go on for as long as their clients listen.
    public void hangUp() {
        tails.close();
    }

    /// The sandboxes that it serves.
    public Sandboxes sandboxes() {
        return sandboxes;
    }

    /// Ends what runs for a fork that nobody will look at any more.
    public void discard(Sandbox fork) {
        runtimes.retire(fork.place());
    }

    /// A service's operations and API model, by its own name.
    public Optional<Endpoint<?>> endpoint(String service) {
        return Optional.ofNullable(endpoints.get(service));
    }

    /// Whoever holds a key, for those in this process who have been given one.
    ///
    /// @param token of temporary credentials
    /// @throws AwsException if it is none of ours, or its time is over
    public Caller caller(String keyId, String secret, Optional<String> token, String region) {
        return signatures.verify(keyId, secret, token, region);
    }

    /// Reads the models and loads the operations of all services, which the first call to each
    /// would else do.
    public void warmUp() {
        endpoints.values().forEach(Endpoint::warmUp);
    }

    /// All services, by name.
    public SortedMap<String, Endpoint<?>> endpoints() {
        return new TreeMap<>(endpoints);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        var requestId = RequestIds.next();
        if (hosts.takes(request)) {
            return hosts.answer(request, requestId);
        }
        if (buckets.takes(request)) {
            return buckets.answer(request, requestId);
        }
        return Cors.preflight(request, requestId)
                .map(answer -> Cors.allow(request, answer))
                .orElseGet(() -> Cors.allow(request, answer(request, requestId)));
    }

    /// What becomes of a request to go on with a WebSocket; nothing where there are none.
    public Optional<Upgrade> upgrade(HttpRequest request) {
        return hosts.upgrade(request);
    }

    private HttpResponse answer(HttpRequest request, String requestId) {
        if (json.isSureOf(request)) {
            return json.answer(request, requestId);
        }
        if (links.takes(request)) {
            return links.answer(request, requestId);
        }
        if (discovery.takes(request)) {
            return discovery.answer(request, requestId);
        }
        if (rest.takes(request)) {
            return rest.answer(request, requestId);
        }
        if (cbor.takes(request)) {
            return cbor.answer(request, requestId);
        }
        if (queries.takes(request)) {
            return queries.answer(request, requestId);
        }
        if (Health.isAskedFor(request)) {
            return Health.answer(request, requestId);
        }
        return buckets.mayBeFor(request)
                ? buckets.answer(request, requestId)
                : json.answer(request, requestId);
    }

    /// Performs an operation for a caller that is known already: the terminal, a check, another
    /// service.
    ///
    /// @param service such as `dynamodb`
    /// @param operation such as `PutItem`
    /// @param input not to be changed after, since the sandbox's ledger remembers it
    /// @return the operation's output, as the wire would carry it
    /// @throws AwsException if the service would refuse
    public JsonNode perform(Caller caller, String service, String operation, JsonNode input) {
        var endpoint = endpoint(service).orElseThrow(CoralErrors::unknownOperation);
        try {
            endpoint.operation(operation);
            var isSigned = endpoint.model().operation(operation).orElseThrow().signed();
            var asking = isSigned ? caller : strangers.caller(caller, endpoint, operation, input);
            if (service.equals("s3")) {
                asking = asking.saying(S3RequestKeys.ofProcess());
            }
            return tree(
                    endpoint, Gate.perform(asking, endpoint, operation, input, RequestIds.next()));
        } catch (AwsException refusal) {
            throw endpoint.protocol().named(refusal);
        }
    }

    /// What streams over the wire is in base64 here, as small bodies are.
    private static JsonNode tree(Endpoint<?> endpoint, Object output) {
        var tree = endpoint.tree(output);
        if (output instanceof Download.Carrier carrier && tree instanceof ObjectNode object) {
            try (var bytes = carrier.body().bytes()) {
                var read = bytes.readNBytes(MOST_BYTES_AT_ONCE + 1);
                if (read.length > MOST_BYTES_AT_ONCE) {
                    throw new AwsException(
                            400,
                            "EntityTooLarge",
                            "From within the process, no more than 16 MB of an object are given at once: ask for ranges.");
                }
                object.put("Body", Base64.getEncoder().encodeToString(read));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tree;
    }

    /// What runs functions of a runtime on this machine; or why nothing does.
    ///
    /// @param runtime such as `nodejs22.x`
    public String standIn(String runtime) {
        return runtimes.standIn(runtime);
    }

    @Override
    public void close() {
        hangUp();
        runtimes.close();
        sandboxes.close();
    }
}

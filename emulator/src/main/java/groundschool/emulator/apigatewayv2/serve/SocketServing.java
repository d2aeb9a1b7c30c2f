package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.Hosted;
import groundschool.emulator.Upgrade;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Headings;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Patience;
import groundschool.emulator.apigateway.serve.Trouble;
import groundschool.emulator.apigateway.serve.UrlText;
import groundschool.emulator.apigatewayv2.ApiGatewayV2;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.Route;
import groundschool.emulator.apigatewayv2.api.Snapshot;
import groundschool.emulator.apigatewayv2.api.Stage;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.SignatureV4;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the clients of WebSocket APIs: as they come, whenever they say something, and as they
/// go.
///
/// Source: [About WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html)
public final class SocketServing {

    private static final Logger LOG = LoggerFactory.getLogger(SocketServing.class);

    /// Of one sandbox. Unlike AWS, which has no such limit: all learners share this machine.
    private static final int MOST_CONNECTIONS = 500;

    private static final String PROTOCOL = "Sec-WebSocket-Protocol";

    private final Sandboxes sandboxes;
    private final Connections connections;
    private final Authorizing authorizing;

    public SocketServing(Sandboxes sandboxes, Connections connections, SignatureV4 signatures) {
        this.sandboxes = sandboxes;
        this.connections = connections;
        this.authorizing = new Authorizing(signatures);
    }

    /// What an API shows at a stage.
    private record Shown(Stage stage, Snapshot snapshot) {

        Optional<Route> route(String key) {
            return snapshot.routes().stream()
                    .filter(each -> each.routeKey().equals(key))
                    .findFirst();
        }
    }

    /// Whether a client may connect.
    public Upgrade upgrade(Hosted hosted, Sandbox sandbox, String region, String api) {
        var http = hosted.request();
        var stage = UrlText.decode(http.path().replaceFirst("^/+", "").replaceFirst("/$", ""));
        var id = Headings.extendedId();
        var request =
                new Incoming(
                        sandbox,
                        region,
                        api,
                        stage,
                        http.method(),
                        "/",
                        http.path(),
                        Fields.ofQuery(http.query()),
                        Fields.of(http.headers()),
                        new byte[0],
                        hosted.sent(),
                        http.source(),
                        "%s.execute-api.%s.amazonaws.com".formatted(api, region),
                        id,
                        id,
                        sandbox.clock().now());
        var connection = new Connection(request);
        var shown = shown(request);
        if (shown.isEmpty()) {
            return refused(Refusal.forbidden("There is no such stage.").answer(), id);
        }
        if (connections.count(sandbox.id()) >= MOST_CONNECTIONS) {
            return refused(Refusal.tooMany().answer(), id);
        }
        var route = shown.get().route("$connect");
        if (route.isEmpty()) {
            return taken(connection, Optional.empty());
        }
        var answer = connected(moment(route.get(), shown.get(), request, connection, "CONNECT"));
        return answer.status() >= 200 && answer.status() < 300
                ? taken(connection, answer.headers().last(PROTOCOL))
                : refused(answer, id);
    }

    private Upgrade taken(Connection connection, Optional<String> protocol) {
        return new Upgrade.Taken(new SocketSession(this, connections, connection), protocol);
    }

    private static Upgrade refused(Outgoing answer, String id) {
        return new Upgrade.Refused(
                Headings.of(
                        new Outgoing(
                                answer.status(), answer.headers().without(PROTOCOL), answer.body()),
                        "x-amzn-RequestId",
                        id));
    }

    private Outgoing connected(Moment moment) {
        Outgoing answer;
        try {
            var visit = authorizing.admit(moment);
            moment.connection().admitted(visit.authorizer());
            answer = answer(moment);
        } catch (Refusal refusal) {
            LOG.debug("{}: {}", moment.connection().id(), refusal.why());
            answer = refusal.answer();
        } catch (Trouble trouble) {
            LOG.debug("{}: {}", moment.connection().id(), trouble.why());
            answer =
                    Outgoing.of(trouble.status(), "application/json", trouble.body())
                            .with("x-amzn-ErrorType", trouble.errorType());
        }
        SocketChronicle.note(moment, answer.status());
        return answer;
    }

    /// A client has said something.
    void said(Connection connection, String message) {
        var sandbox = sandboxes.find(connection.sandbox());
        if (sandbox.isEmpty()) {
            connection.close(1001, "Going away");
            return;
        }
        var request = connection.now(sandbox.get(), message.getBytes(StandardCharsets.UTF_8));
        connection.active(request.at());
        var shown = shown(request);
        if (shown.isEmpty()) {
            connection.send(told("Forbidden", connection, request));
            return;
        }
        var unknown =
                Moment.unrouted(shown.get().stage(), shown.get().snapshot(), request, connection);
        var key =
                SocketExpression.evaluate(
                        shown.get().snapshot().api().routeSelectionExpression(),
                        unknown,
                        Optional.empty());
        var route =
                Optional.of(key)
                        .filter(each -> !each.startsWith("$"))
                        .flatMap(shown.get()::route)
                        .or(() -> shown.get().route("$default"));
        if (route.isEmpty()) {
            SocketChronicle.note(unknown, 403);
            connection.send(told("Forbidden", connection, request));
            return;
        }
        said(moment(route.get(), shown.get(), request, connection, "MESSAGE"));
    }

    private static void said(Moment moment) {
        var connection = moment.connection();
        var visit = moment.visit();
        int status;
        try {
            var answer = answer(moment);
            status = answer.status();
            if (visit.route().routeResponseSelectionExpression().isPresent()
                    && !visit.snapshot().responsesOf(visit.route()).isEmpty()
                    && answer.body().length > 0) {
                connection.send(answer.body());
            }
        } catch (Refusal refusal) {
            LOG.debug("{}: {}", connection.id(), refusal.why());
            status = refusal.status();
            connection.send(
                    told(
                            status >= 500 ? "Internal server error" : refusal.told(),
                            connection,
                            visit.request()));
        } catch (Trouble trouble) {
            LOG.debug("{}: {}", connection.id(), trouble.why());
            status = trouble.status();
            connection.send(
                    told(
                            trouble.message().orElse("Internal server error"),
                            connection,
                            visit.request()));
        }
        SocketChronicle.note(moment, status);
    }

    /// A client has gone: nobody hears what is answered.
    void left(Connection connection, int code, String reason) {
        var sandbox = sandboxes.find(connection.sandbox());
        if (sandbox.isEmpty()) {
            return;
        }
        var request = connection.now(sandbox.get(), new byte[0]);
        var shown = shown(request);
        var route = shown.flatMap(each -> each.route("$disconnect"));
        if (route.isEmpty()) {
            return;
        }
        var known = moment(route.get(), shown.get(), request, connection, "DISCONNECT");
        var moment =
                new Moment(
                        known.visit(),
                        connection,
                        "DISCONNECT",
                        Map.of("disconnectStatusCode", code, "disconnectReason", reason));
        int status;
        try {
            status = answer(moment).status();
        } catch (Refusal refusal) {
            status = refusal.status();
        } catch (Trouble trouble) {
            status = trouble.status();
        }
        SocketChronicle.note(moment, status);
    }

    private static Outgoing answer(Moment moment) {
        var visit = moment.visit();
        SocketKeys.count(moment);
        HttpThrottle.check(visit);
        SocketModels.check(moment);
        var integration = integration(visit);
        if (integration.isEmpty()) {
            throw Refusal.internal("The route has no integration.");
        }
        var known = integration.get();
        var answer =
                Patience.within(
                        Duration.ofMillis(known.timeoutInMillis()),
                        () -> SocketBackend.answer(known, moment));
        return known.integrationType().endsWith("_PROXY")
                ? answer
                : new Outgoing(
                        answer.status(),
                        answer.headers(),
                        SocketTemplates.response(
                                known, visit.snapshot().responsesOf(known), answer, moment));
    }

    private static Optional<Integration> integration(Visit visit) {
        return visit.snapshot().integrations().stream()
                .filter(each ->
                        visit.route()
                                .target()
                                .filter(("integrations/" + each.integrationId())::equals)
                                .isPresent())
                .findFirst();
    }

    private static Moment moment(
            Route route, Shown shown, Incoming request, Connection connection, String eventType) {
        return Moment.of(route, shown.stage(), shown.snapshot(), request, connection, eventType);
    }

    private static byte[] told(String message, Connection connection, Incoming request) {
        return "{\"message\": \"%s\", \"connectionId\":\"%s\", \"requestId\":\"%s\"}"
                .formatted(
                        message.replaceAll("[\"\\\\]", "'"), connection.id(), request.extendedId())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Shown> shown(Incoming request) {
        var sandbox = request.sandbox();
        return sandbox.storage()
                .transition(() -> shown(sandbox.state(ApiGatewayV2.SERVICE), request));
    }

    private static Optional<Shown> shown(HttpApis apis, Incoming request) {
        var region = request.region();
        var api = request.api();
        return apis.find(region, api)
                .filter(known -> !known.disableExecuteApiEndpoint())
                .flatMap(_ -> apis.findStage(region, api, request.stage()))
                .flatMap(stage ->
                        stage.deploymentId()
                                .flatMap(id -> apis.snapshot(region, api, id))
                                .map(snapshot -> new Shown(stage, snapshot)));
    }
}

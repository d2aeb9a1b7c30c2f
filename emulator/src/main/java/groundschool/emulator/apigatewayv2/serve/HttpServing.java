package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.Hosted;
import groundschool.emulator.HttpResponse;
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
import groundschool.emulator.apigatewayv2.api.Snapshot;
import groundschool.emulator.apigatewayv2.api.Stage;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the requests to the stages of HTTP APIs.
public final class HttpServing {

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(HttpServing.class);

    private final Authorizing authorizing;

    public HttpServing(SignatureV4 signatures) {
        this.authorizing = new Authorizing(signatures);
    }

    /// What an API shows at a stage.
    private record Shown(Stage stage, Snapshot snapshot) {}

    public HttpResponse answer(Hosted hosted, Sandbox sandbox, String region, String api) {
        var extendedId = Headings.extendedId();
        var http = hosted.request();
        var first = http.path().replaceFirst("^/+", "").split("/", 2)[0];
        var shown =
                sandbox.storage()
                        .transition(() ->
                                shown(
                                        sandbox.state(ApiGatewayV2.SERVICE),
                                        region,
                                        api,
                                        UrlText.decode(first)));
        if (shown.isEmpty()) {
            return sent(Refusal.notFound().answer(), extendedId);
        }
        var stage = shown.get().stage();
        var path = stage.stageName().equals("$default") ? http.path() : beyond(http.path(), first);
        var request =
                request(
                        hosted,
                        sandbox,
                        region,
                        api,
                        stage.stageName(),
                        path,
                        extendedId,
                        new byte[0]);
        var answer = answered(request, hosted, shown.get());
        HttpChronicle.note(request, stage, shown.get().snapshot(), answer);
        return sent(answer, extendedId);
    }

    private static String beyond(String path, String stage) {
        var rest = path.replaceFirst("^/+", "").substring(stage.length());
        return rest.isEmpty() ? "/" : rest;
    }

    private static HttpResponse sent(Outgoing answer, String extendedId) {
        return Headings.of(answer, "Apigw-Requestid", extendedId);
    }

    private static Optional<Shown> shown(HttpApis apis, String region, String api, String first) {
        var known = apis.find(region, api);
        if (known.isEmpty() || known.get().disableExecuteApiEndpoint()) {
            return Optional.empty();
        }
        return Optional.of(first)
                .filter(name -> !name.equals("$default"))
                .flatMap(name -> apis.findStage(region, api, name))
                .or(() -> apis.findStage(region, api, "$default"))
                .flatMap(stage ->
                        stage.deploymentId()
                                .flatMap(id -> apis.snapshot(region, api, id))
                                .map(snapshot -> new Shown(stage, snapshot)));
    }

    private static Incoming request(
            Hosted hosted,
            Sandbox sandbox,
            String region,
            String api,
            String stage,
            String path,
            String extendedId,
            byte[] body) {
        var http = hosted.request();
        return new Incoming(
                sandbox,
                region,
                api,
                stage,
                http.method(),
                path,
                http.path(),
                Fields.ofQuery(http.query()),
                Fields.of(http.headers()),
                body,
                hosted.sent(),
                http.source(),
                "%s.execute-api.%s.amazonaws.com".formatted(api, region),
                extendedId,
                extendedId,
                sandbox.clock().now());
    }

    private Outgoing answered(Incoming arrived, Hosted hosted, Shown shown) {
        var preflight = CorsAnswers.preflight(arrived, shown.snapshot());
        if (preflight.isPresent()) {
            return preflight.get();
        }
        Outgoing answer;
        try {
            answer = served(arrived, hosted, shown);
        } catch (Refusal refusal) {
            LOG.debug("{}: {}", arrived.extendedId(), refusal.why());
            answer = refusal.answer();
        } catch (Trouble trouble) {
            LOG.debug("{}: {}", arrived.extendedId(), trouble.why());
            answer =
                    (trouble.status() == 504
                                    ? Refusal.unavailable(trouble.why())
                                    : Refusal.internal(trouble.why()))
                            .answer();
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error(
                    "{} {} {}", arrived.extendedId(), arrived.verb(), arrived.wholePath(), failure);
            answer = Refusal.internal("").answer();
        }
        return CorsAnswers.on(answer, arrived, shown.snapshot());
    }

    private Outgoing served(Incoming arrived, Hosted hosted, Shown shown) {
        var match =
                RouteTable.find(shown.snapshot().routes(), arrived.verb(), arrived.path())
                        .orElseThrow(Refusal::notFound);
        var request =
                request(
                        hosted,
                        arrived.sandbox(),
                        arrived.region(),
                        arrived.api(),
                        arrived.stage(),
                        arrived.path(),
                        arrived.extendedId(),
                        body(hosted));
        var visit =
                authorizing.admit(
                        new Visit(
                                request,
                                shown.snapshot(),
                                shown.stage(),
                                match.route(),
                                arrived.path(),
                                match.variables(),
                                Map.of(),
                                Optional.empty()));
        HttpThrottle.check(visit);
        var integration = integration(visit);
        var limit = Duration.ofMillis(integration.timeoutInMillis());
        var answer = Patience.within(limit, () -> HttpBackend.answer(integration, visit));
        return Mappings.response(integration.responseParameters(), answer, visit);
    }

    private static byte[] body(Hosted hosted) {
        try (var in = hosted.request().body()) {
            var body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw Refusal.tooLarge();
            }
            return body;
        } catch (IOException _) {
            throw Refusal.internal("The body did not come.");
        }
    }

    private static Integration integration(Visit visit) {
        return visit.snapshot().integrations().stream()
                .filter(each ->
                        visit.route()
                                .target()
                                .filter(("integrations/" + each.integrationId())::equals)
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.internal("The route has no integration."));
    }
}

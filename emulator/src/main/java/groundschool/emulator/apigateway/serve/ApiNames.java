package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Hosted;
import groundschool.emulator.HostedThings;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.Upgrade;
import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigatewayv2.ApiGatewayV2;
import groundschool.emulator.apigatewayv2.HttpApis;
import groundschool.emulator.apigatewayv2.serve.Connections;
import groundschool.emulator.apigatewayv2.serve.HttpServing;
import groundschool.emulator.apigatewayv2.serve.SocketServing;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.SignatureV4;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// What is at `API.execute-api.REGION.localhost`, and at `/_aws/execute-api/REGION/API`: the stages
/// of APIs.
public final class ApiNames implements HostedThings {

    private static final Pattern CONNECTION = Pattern.compile("/([^/]+)(/@connections/.+)");

    private final Sandboxes sandboxes;
    private final RestServing rest;
    private final HttpServing http;
    private final SocketServing sockets;
    private final BiFunction<HttpRequest, HttpRequest, HttpResponse> management;

    /// @param connections of WebSocket APIs
    /// @param management answers what is asked of those: a request at the path that the service
    ///   knows, and the same as it was signed
    public ApiNames(
            Sandboxes sandboxes,
            SignatureV4 signatures,
            Connections connections,
            BiFunction<HttpRequest, HttpRequest, HttpResponse> management) {
        this.sandboxes = sandboxes;
        this.rest = new RestServing(signatures);
        this.http = new HttpServing(signatures);
        this.sockets = new SocketServing(sandboxes, connections, signatures);
        this.management = management;
    }

    @Override
    public String service() {
        return "execute-api";
    }

    @Override
    public HttpResponse answer(Hosted hosted, String ignored) {
        var requestId = RequestIds.uuid();
        var api = hosted.host().name();
        return find(hosted, api)
                .map(found ->
                        switch (found.kind()) {
                            case REST -> rest.answer(hosted, found, api, requestId);
                            case HTTP -> http.answer(hosted, found.sandbox(), found.region(), api);
                            case WEBSOCKET ->
                                    managed(hosted).orElseGet(() -> RestServing.unknown(requestId));
                        })
                .orElseGet(() -> RestServing.unknown(requestId));
    }

    @Override
    public Optional<Upgrade> upgrade(Hosted hosted) {
        return find(hosted, hosted.host().name())
                .filter(found -> found.kind() == Kind.WEBSOCKET)
                .map(found ->
                        sockets.upgrade(
                                hosted, found.sandbox(), found.region(), hosted.host().name()));
    }

    /// What is asked of a connection; nothing if it is something else, for which WebSocket APIs
    /// have no answer.
    private Optional<HttpResponse> managed(Hosted hosted) {
        var form = CONNECTION.matcher(hosted.request().path());
        if (!form.matches()) {
            return Optional.empty();
        }
        var place = hosted.host().name() + "/" + UrlText.decode(String.valueOf(form.group(1)));
        var inside = hosted.request().at(String.valueOf(form.group(2)));
        return Optional.of(Connections.at(place, () -> management.apply(inside, hosted.sent())));
    }

    /// What an API speaks.
    enum Kind {
        REST,
        HTTP,
        WEBSOCKET
    }

    /// A sandbox that has the API, and the Region in which.
    ///
    /// @param kind what it speaks
    record Found(Sandbox sandbox, String region, Kind kind) {}

    private Optional<Found> find(Hosted hosted, String api) {
        var only = hosted.request().entrance();
        if (only.isPresent()) {
            return in(only.get(), api, hosted);
        }
        return sandboxes.claimants(RestApis.claim(api)).stream()
                .map(sandboxes::open)
                .flatMap(sandbox -> in(sandbox, api, hosted).stream())
                .findFirst();
    }

    private static Optional<Map.Entry<String, Kind>> second(HttpApis apis, String api) {
        return apis.regionOf(api)
                .flatMap(region ->
                        apis.find(region, api)
                                .map(known ->
                                        Map.entry(
                                                region,
                                                known.speaksWebSocket()
                                                        ? Kind.WEBSOCKET
                                                        : Kind.HTTP)));
    }

    private static Optional<Found> in(Sandbox sandbox, String api, Hosted hosted) {
        var wanted = hosted.host().region();
        return sandbox.storage()
                .transition(() ->
                        sandbox.state(ApiGateway.SERVICE)
                                .regionOf(api)
                                .map(region -> new Found(sandbox, region, Kind.REST))
                                .or(() ->
                                        second(sandbox.state(ApiGatewayV2.SERVICE), api)
                                                .map(known ->
                                                        new Found(
                                                                sandbox,
                                                                known.getKey(),
                                                                known.getValue()))))
                .filter(found -> wanted.orElse(found.region()).equals(found.region()));
    }
}

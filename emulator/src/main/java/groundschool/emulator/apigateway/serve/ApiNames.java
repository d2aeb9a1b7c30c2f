package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Hosted;
import groundschool.emulator.HostedThings;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.RestApis;
import groundschool.emulator.apigatewayv2.ApiGatewayV2;
import groundschool.emulator.apigatewayv2.serve.HttpServing;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.SignatureV4;
import java.util.Optional;

/// What is at `API.execute-api.REGION.localhost`, and at `/_aws/execute-api/REGION/API`: the stages
/// of APIs.
public final class ApiNames implements HostedThings {

    private final Sandboxes sandboxes;
    private final RestServing rest;
    private final HttpServing http;

    public ApiNames(Sandboxes sandboxes, SignatureV4 signatures) {
        this.sandboxes = sandboxes;
        this.rest = new RestServing(signatures);
        this.http = new HttpServing(signatures);
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
                        found.isHttp()
                                ? http.answer(hosted, found.sandbox(), found.region(), api)
                                : rest.answer(hosted, found, api, requestId))
                .orElseGet(() -> RestServing.unknown(requestId));
    }

    /// A sandbox that has the API, and the Region in which.
    ///
    /// @param isHttp whether it is an HTTP API, and no REST API
    record Found(Sandbox sandbox, String region, boolean isHttp) {}

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

    private static Optional<Found> in(Sandbox sandbox, String api, Hosted hosted) {
        var wanted = hosted.host().region();
        return sandbox.storage()
                .transition(() ->
                        sandbox.state(ApiGateway.SERVICE)
                                .regionOf(api)
                                .map(region -> new Found(sandbox, region, false))
                                .or(() ->
                                        sandbox.state(ApiGatewayV2.SERVICE)
                                                .regionOf(api)
                                                .map(region -> new Found(sandbox, region, true))))
                .filter(found -> wanted.orElse(found.region()).equals(found.region()));
    }
}

package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Hosted;
import groundschool.emulator.HostedThings;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.RestApis;
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

    public ApiNames(Sandboxes sandboxes, SignatureV4 signatures) {
        this.sandboxes = sandboxes;
        this.rest = new RestServing(signatures);
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
                .map(found -> rest.answer(hosted, found, api, requestId))
                .orElseGet(() -> RestServing.unknown(requestId));
    }

    /// A sandbox that has the API, and the Region in which.
    record Found(Sandbox sandbox, String region) {}

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
        var region =
                sandbox.storage().transition(() -> sandbox.state(ApiGateway.SERVICE).regionOf(api));
        return region.filter(each -> hosted.host().region().orElse(each).equals(each))
                .map(each -> new Found(sandbox, each));
    }
}

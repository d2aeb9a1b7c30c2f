package groundschool.emulator;

import groundschool.emulator.wire.Answers;
import groundschool.emulator.wire.HostName;
import groundschool.emulator.wire.RequestIds;
import groundschool.emulator.wire.VirtualHost;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where requests come in that are for one thing with a name of its own, such as
/// `abc.lambda-url.eu-west-1.localhost`, or `/_aws/lambda-url/eu-west-1/abc/` where no such name
/// can be resolved.
final class HostDoor extends Door {

    private final Map<String, HostedThings> things;

    HostDoor(List<HostedThings> things) {
        this.things =
                things.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        HostedThings::service, Function.identity()));
    }

    boolean takes(HttpRequest request) {
        return hosted(request).isPresent();
    }

    @Override
    HttpResponse answer(HttpRequest request, String requestId) {
        var hosted = hosted(request).orElseThrow();
        try {
            var answer = thing(hosted.host()).orElseThrow().answer(hosted, requestId);
            return hosted.byPath() ? apart(answer) : answer;
        } catch (RuntimeException | StackOverflowError failure) {
            var told = failure(failure, requestId, request.path());
            return Answers.of(
                    told.status(),
                    "application/json",
                    "{\"message\":\"Internal Server Error\"}".getBytes(StandardCharsets.UTF_8),
                    requestId);
        }
    }

    /// What becomes of a request to go on with a WebSocket; nothing if it is to be answered as any
    /// other.
    Optional<Upgrade> upgrade(HttpRequest request) {
        return hosted(request)
                .flatMap(hosted -> {
                    try {
                        return thing(hosted.host()).orElseThrow().upgrade(hosted);
                    } catch (RuntimeException | StackOverflowError failure) {
                        failure(failure, RequestIds.next(), request.path());
                        return Optional.of(
                                new Upgrade.Refused(
                                        Answers.of(500, "", new byte[0], RequestIds.next())));
                    }
                });
    }

    private Optional<Hosted> hosted(HttpRequest request) {
        return byHost(request)
                .or(() -> byPath(request))
                .or(() ->
                        StagePath.read(request).filter(hosted -> thing(hosted.host()).isPresent()));
    }

    private Optional<Hosted> byHost(HttpRequest request) {
        return request.headers()
                .first("Host")
                .map(HostName::withoutPort)
                .flatMap(VirtualHost::of)
                .filter(host -> thing(host).isPresent())
                .map(host -> new Hosted(host, request, request.path()));
    }

    private Optional<Hosted> byPath(HttpRequest request) {
        return VirtualHost.ofPath(request.path())
                .filter(host -> thing(host).isPresent())
                .map(host ->
                        new Hosted(host, request.at(beyond(host, request.path())), request.path()));
    }

    private Optional<HostedThings> thing(VirtualHost host) {
        return Optional.ofNullable(things.get(host.service()));
    }

    private static String beyond(VirtualHost host, String path) {
        var rest = path.substring(host.path().length());
        return rest.isEmpty() ? "/" : rest;
    }

    /// Cookies and scripts know no paths: what is on the host that all share is nobody's page.
    private static HttpResponse apart(HttpResponse answer) {
        return new HttpResponse(
                answer.status(),
                answer.headers().with("Content-Security-Policy", "sandbox"),
                answer.length(),
                answer.body());
    }
}

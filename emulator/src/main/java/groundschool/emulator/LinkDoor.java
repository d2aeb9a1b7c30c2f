package groundschool.emulator;

import groundschool.emulator.lambda.CodeLink;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// Where the code of functions and layers is fetched, by links that Lambda gave out.
final class LinkDoor extends Door {

    private final Sandboxes sandboxes;
    private final InstantSource wall;

    LinkDoor(Sandboxes sandboxes, InstantSource wall) {
        this.sandboxes = sandboxes;
        this.wall = wall;
    }

    boolean takes(HttpRequest request) {
        return request.method().equals("GET") && CodeLink.isAt(request.path());
    }

    /// Anybody who has the link may, for as long as it lasts.
    @Override
    HttpResponse answer(HttpRequest request, String requestId) {
        return CodeLink.read(request.query(), wall.instant(), sandboxes)
                .map(code ->
                        HttpResponse.of(
                                200,
                                Headers.of(
                                        "Content-Type",
                                        "application/zip",
                                        "x-amz-request-id",
                                        requestId),
                                code))
                .orElseGet(() ->
                        HttpResponse.of(
                                403,
                                Headers.of("Content-Type", "application/xml"),
                                "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"
                                        .getBytes(StandardCharsets.UTF_8)));
    }
}

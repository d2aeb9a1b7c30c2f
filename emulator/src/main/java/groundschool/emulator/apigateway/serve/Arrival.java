package groundschool.emulator.apigateway.serve;

import groundschool.emulator.Hosted;
import java.io.IOException;

/// Makes requests to stages of what came over the wire.
final class Arrival {

    private Arrival() {}

    /// Without the body, which is read once it is known that somebody wants it.
    static Incoming of(
            Hosted hosted, ApiNames.Found found, String api, String requestId, String extendedId) {
        var http = hosted.request();
        // Slashes before the stage are passed over, as those between stage and path.
        var parts = http.path().replaceFirst("^/+", "").split("/", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        var wholePath = "/" + parts[0] + (parts.length > 1 ? "/" + rest : "");
        return new Incoming(
                found.sandbox(),
                found.region(),
                api,
                UrlText.decode(parts[0]),
                http.method(),
                "/" + rest.replaceFirst("^/+", ""),
                wholePath,
                Fields.ofQuery(http.query()),
                Fields.of(http.headers()),
                new byte[0],
                hosted.sent(),
                http.source(),
                "%s.execute-api.%s.amazonaws.com".formatted(api, found.region()),
                requestId,
                extendedId,
                found.sandbox().clock().now());
    }

    /// @throws Trouble if the body is too long, or does not come
    static Incoming withBody(Incoming request, Hosted hosted) {
        byte[] body;
        try (var in = hosted.request().body()) {
            body = in.readNBytes(RestServing.MOST_BYTES + 1);
        } catch (IOException _) {
            throw Trouble.badBody();
        }
        if (body.length > RestServing.MOST_BYTES) {
            throw Trouble.tooLarge();
        }
        return request.with(request.headers(), body);
    }
}

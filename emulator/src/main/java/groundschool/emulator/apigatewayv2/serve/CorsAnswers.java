package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigatewayv2.api.Cors;
import groundschool.emulator.apigatewayv2.api.Snapshot;
import java.util.List;
import java.util.Optional;

/// What pages of other origins are told.
///
/// Source: [Configure CORS for HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html)
final class CorsAnswers {

    private static final List<String> OWN =
            List.of(
                    "Access-Control-Allow-Origin",
                    "Access-Control-Allow-Credentials",
                    "Access-Control-Allow-Headers",
                    "Access-Control-Allow-Methods",
                    "Access-Control-Expose-Headers",
                    "Access-Control-Max-Age");

    private CorsAnswers() {}

    /// The answer to a browser that asks before it sends; nothing if it does not ask, or the API
    /// has set nothing.
    static Optional<Outgoing> preflight(Incoming request, Snapshot snapshot) {
        var cors = snapshot.api().corsConfiguration();
        var isAsked =
                request.verb().equals("OPTIONS")
                        && request.headers().last("Origin").isPresent()
                        && request.headers().last("Access-Control-Request-Method").isPresent();
        if (!isAsked || cors.isEmpty()) {
            return Optional.empty();
        }
        var answer = new Outgoing(204, Fields.NO_HEADERS, new byte[0]);
        var origin = origin(request, cors.get());
        if (origin.isEmpty()) {
            return Optional.of(answer);
        }
        answer = answer.with("access-control-allow-origin", origin.get());
        answer = with(answer, "access-control-allow-methods", cors.get().allowMethods());
        answer = with(answer, "access-control-allow-headers", cors.get().allowHeaders());
        answer = with(answer, "access-control-expose-headers", cors.get().exposeHeaders());
        if (cors.get().maxAge().isPresent()) {
            answer =
                    answer.with(
                            "access-control-max-age", Integer.toString(cors.get().maxAge().get()));
        }
        if (cors.get().allowCredentials().orElse(false)) {
            answer = answer.with("access-control-allow-credentials", "true");
        }
        return Optional.of(answer);
    }

    private static Outgoing with(Outgoing answer, String name, Optional<List<String>> values) {
        return values.filter(all -> !all.isEmpty())
                .map(all -> answer.with(name, String.join(",", all)))
                .orElse(answer);
    }

    /// The answer of a backend, where the API's own settings count, and not what the backend says.
    static Outgoing on(Outgoing answer, Incoming request, Snapshot snapshot) {
        var cors = snapshot.api().corsConfiguration();
        if (cors.isEmpty()) {
            return answer;
        }
        var headers = answer.headers();
        for (var own : OWN) {
            headers = headers.without(own);
        }
        var bare = new Outgoing(answer.status(), headers, answer.body());
        var origin = origin(request, cors.get());
        if (origin.isEmpty()) {
            return bare;
        }
        var allowed = bare.with("access-control-allow-origin", origin.get());
        allowed = with(allowed, "access-control-expose-headers", cors.get().exposeHeaders());
        return cors.get().allowCredentials().orElse(false)
                ? allowed.with("access-control-allow-credentials", "true")
                : allowed;
    }

    private static Optional<String> origin(Incoming request, Cors cors) {
        var allowed = cors.allowOrigins().orElse(List.of());
        return request.headers()
                .last("Origin")
                .filter(origin ->
                        allowed.contains("*")
                                || allowed.contains(origin)
                                || allowed.contains("https://*") && origin.startsWith("https://")
                                || allowed.contains("http://*") && origin.startsWith("http://"))
                .map(origin -> allowed.contains("*") ? "*" : origin);
    }
}

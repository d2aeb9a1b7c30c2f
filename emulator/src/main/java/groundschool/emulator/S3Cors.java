package groundschool.emulator;

import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.site.CorsConfiguration;
import groundschool.emulator.wire.S3Answers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lets pages of other origins read what a bucket answers, as far as its configuration says.
///
/// Source: recorded answers; [How Amazon S3 evaluates the CORS
/// configuration](https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html)
final class S3Cors {

    private static final String VARY =
            "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";

    private S3Cors() {}

    /// What a browser is answered that asks whether it may send the real request.
    ///
    /// @param bucket absent if there is none of that name
    /// @param type what the request is about: `BUCKET` or `OBJECT`
    /// @throws AwsException if it may not
    static HttpResponse preflight(
            HttpRequest request, Optional<Bucket> bucket, String type, String requestId) {
        var origin =
                request.headers()
                        .first("Origin")
                        .orElseThrow(() ->
                                new AwsException(
                                        400,
                                        "BadRequest",
                                        "Insufficient information. Origin request header needed."));
        var method = request.headers().first("Access-Control-Request-Method");
        var called = method.orElse("OPTIONS");
        var found =
                bucket.orElseThrow(
                        () -> forbidden("CORSResponse: Bucket not found", called, "BUCKET"));
        var configuration =
                found.setting(CorsConfiguration.class)
                        .orElseThrow(() ->
                                forbidden(
                                        "CORSResponse: CORS is not enabled for this bucket.",
                                        called,
                                        "BUCKET"));
        if (method.isEmpty()) {
            throw new AwsException(
                    400, "BadRequest", "Invalid Access-Control-Request-Method: null");
        }
        var headers = wantedHeaders(request);
        var rule =
                configuration
                        .rule(origin, method.get(), headers)
                        .orElseThrow(() ->
                                forbidden(
                                        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
                                        called,
                                        type));
        var allowed = allow(S3Answers.headers(requestId), rule, origin);
        return HttpResponse.of(
                200,
                headers.isEmpty()
                        ? allowed
                        : allowed.with("Access-Control-Allow-Headers", String.join(", ", headers)),
                new byte[0]);
    }

    private static List<String> wantedHeaders(HttpRequest request) {
        return request.headers().first("Access-Control-Request-Headers").stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// An answer that the page which asked may read, if it may.
    static HttpResponse allow(HttpRequest request, Optional<Bucket> bucket, HttpResponse answer) {
        var origin = request.headers().first("Origin");
        if (origin.isEmpty()) {
            return answer;
        }
        return bucket.flatMap(each -> each.setting(CorsConfiguration.class))
                .flatMap(configuration ->
                        configuration.rule(origin.get(), request.method(), List.of()))
                .map(rule ->
                        new HttpResponse(
                                answer.status(),
                                allow(answer.headers(), rule, origin.get()),
                                answer.length(),
                                answer.body()))
                .orElse(answer);
    }

    private static Headers allow(Headers headers, CorsConfiguration.Rule rule, String origin) {
        var allowed =
                headers.with(
                                "Access-Control-Allow-Origin",
                                rule.allowedOrigins().contains("*") ? "*" : origin)
                        .with(
                                "Access-Control-Allow-Methods",
                                String.join(", ", rule.allowedMethods()))
                        .with("Vary", VARY);
        if (!rule.allowedOrigins().contains("*")) {
            allowed = allowed.with("Access-Control-Allow-Credentials", "true");
        }
        if (rule.exposeHeaders().filter(all -> !all.isEmpty()).isPresent()) {
            allowed =
                    allowed.with(
                            "Access-Control-Expose-Headers",
                            String.join(", ", rule.exposeHeaders().get()));
        }
        return rule.maxAgeSeconds().isPresent()
                ? allowed.with("Access-Control-Max-Age", rule.maxAgeSeconds().get().toString())
                : allowed;
    }

    private static AwsException forbidden(String message, String method, String type) {
        return new AwsException(
                403, "AccessForbidden", message, Map.of("Method", method, "ResourceType", type));
    }
}

package groundschool.emulator.lambda.url;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.lambda.function.Cors;
import groundschool.emulator.wire.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What browsers are told of a function's URL, by its settings alone: what the function itself says
/// about it is left out. Without settings it is the function's to say.
///
/// Source: [Cross-origin resource
/// sharing](https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors)
record UrlCors(Optional<Cors> settings, HttpRequest request) {

    private static final String PREFIX = "access-control-";

    /// The answer to a browser that asks first; the function is not run for it.
    Optional<HttpResponse> preflight(String requestId) {
        var isAsked =
                request.method().equals("OPTIONS")
                        && request.headers().first("Origin").isPresent()
                        && request.headers().first("Access-Control-Request-Method").isPresent();
        return settings.filter(_ -> isAsked)
                .map(cors ->
                        HttpResponse.of(
                                200,
                                allowed(cors)
                                        .map(origin ->
                                                preflight(Answers.headers(requestId), origin, cors))
                                        .orElse(Answers.headers(requestId)),
                                new byte[0]));
    }

    private Headers preflight(Headers headers, String origin, Cors cors) {
        var told = origin(headers, origin, cors);
        told = list(told, "Access-Control-Allow-Methods", cors.allowMethods());
        told = list(told, "Access-Control-Allow-Headers", cors.allowHeaders());
        return cors.maxAge().isPresent()
                ? told.with("Access-Control-Max-Age", cors.maxAge().get().toString())
                : told;
    }

    /// An answer that the page which asked may read, if it may.
    HttpResponse allow(HttpResponse answer) {
        if (settings.isEmpty()) {
            return answer;
        }
        var headers = withoutOthers(answer.headers());
        var origin = allowed(settings.get());
        if (origin.isPresent()) {
            headers = origin(headers, origin.get(), settings.get());
            headers =
                    list(headers, "Access-Control-Expose-Headers", settings.get().exposeHeaders());
        }
        return new HttpResponse(answer.status(), headers, answer.length(), answer.body());
    }

    private static Headers origin(Headers headers, String origin, Cors cors) {
        var told = headers.with("Access-Control-Allow-Origin", origin).with("Vary", "Origin");
        return cors.allowCredentials().orElse(false)
                ? told.with("Access-Control-Allow-Credentials", "true")
                : told;
    }

    private static Headers list(Headers headers, String name, Optional<List<String>> values) {
        return values.filter(list -> !list.isEmpty())
                .map(list -> headers.with(name, String.join(",", list)))
                .orElse(headers);
    }

    /// The origin that browsers are told; nothing if the page's is none that may.
    private Optional<String> allowed(Cors cors) {
        var origin = request.headers().first("Origin");
        var allowed = cors.allowOrigins().orElse(List.of());
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        if (allowed.contains("*")) {
            // With credentials browsers take no asterisk.
            return cors.allowCredentials().orElse(false) ? origin : Optional.of("*");
        }
        return origin.filter(page -> allowed.stream().anyMatch(page::equalsIgnoreCase));
    }

    private static Headers withoutOthers(Headers headers) {
        var kept = new ArrayList<Map.Entry<String, String>>();
        for (var field : headers.fields()) {
            if (!field.getKey().toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                kept.add(field);
            }
        }
        return new Headers(kept);
    }
}

package groundschool.emulator.lambda.url;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.wire.Answers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a function answered, as HTTP: what it says of status, headers, cookies and body if it does,
/// or else all of it as a body of JSON.
///
/// Source: [Response payload
/// format](https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-response-payload)
final class UrlAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final String JSON_TYPE = "application/json";

    private UrlAnswer() {}

    static HttpResponse of(Invocation.Result result, String requestId) {
        return result.functionError().isPresent()
                ? UrlRefusals.broken(requestId)
                : of(result.payload(), requestId);
    }

    /// @param answer of the function, as JSON
    static HttpResponse of(byte[] answer, String requestId) {
        try {
            var json = JSON.readTree(answer);
            return json.isObject() && json.has("statusCode")
                    ? asSaid(json, requestId)
                    : plain(json, requestId);
        } catch (JacksonException | IllegalArgumentException unusable) {
            return UrlRefusals.broken(requestId);
        }
    }

    /// Status and headers, before any body.
    ///
    /// @param usualType of a body whose type is not said
    /// @return nothing if they are of no use
    static Optional<HttpResponse> head(JsonNode said, String usualType, String requestId) {
        var status = said.path("statusCode").asString("200");
        if (!STATUS.matcher(status).matches()) {
            return Optional.empty();
        }
        var headers = headers(said, Answers.headers(requestId));
        if (headers.first("Content-Type").isEmpty()) {
            headers = headers.with("Content-Type", usualType);
        }
        return Optional.of(HttpResponse.of(Integer.parseInt(status), headers, new byte[0]));
    }

    private static HttpResponse asSaid(JsonNode said, String requestId) {
        var body = body(said);
        return head(said, JSON_TYPE, requestId)
                .map(head -> HttpResponse.of(head.status(), head.headers(), body))
                .orElseGet(() -> UrlRefusals.broken(requestId));
    }

    private static HttpResponse plain(JsonNode json, String requestId) {
        return HttpResponse.of(
                200, Answers.headers(requestId).with("Content-Type", JSON_TYPE), text(json));
    }

    private static byte[] text(JsonNode json) {
        return json.isString()
                ? json.asString().getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(json);
    }

    private static byte[] body(JsonNode said) {
        var body = said.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return new byte[0];
        }
        return said.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(body.asString())
                : text(body);
    }

    private static Headers headers(JsonNode said, Headers before) {
        var headers = before;
        for (var field : said.path("headers").properties()) {
            var isOurs =
                    field.getKey().equalsIgnoreCase("Content-Length")
                            || field.getKey().equalsIgnoreCase("Transfer-Encoding")
                            || field.getKey().equalsIgnoreCase("Connection");
            if (!isOurs && HEADER_NAME.matcher(field.getKey()).matches()) {
                headers = headers.with(field.getKey(), oneLine(text(field.getValue())));
            }
        }
        for (var cookie : said.path("cookies")) {
            headers = headers.with("Set-Cookie", oneLine(text(cookie)));
        }
        return headers;
    }

    /// A line break in it would be the beginning of another header.
    private static String oneLine(byte[] value) {
        return new String(value, StandardCharsets.UTF_8).replaceAll("[\\x00-\\x1f]", " ");
    }
}

package groundschool.emulator.lambda.url;

import groundschool.emulator.Caller;
import groundschool.emulator.Hosted;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.lambda.function.FunctionUrl;
import groundschool.emulator.wire.HostName;
import groundschool.emulator.wire.QueryParameters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A request to a function's URL as the function gets it: the payload format 2.0.
///
/// Source: [Request payload
/// format](https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-request-payload)
record UrlEvent(FunctionUrl url, Hosted hosted, Caller caller, String requestId) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static final Pattern TEXT =
            Pattern.compile(
                    "text/.*|application/(json|javascript|xml|.*\\+json|.*\\+xml)",
                    Pattern.CASE_INSENSITIVE);

    byte[] json(byte[] body) {
        var request = hosted.request();
        var event = JSON.createObjectNode();
        event.put("version", "2.0").put("routeKey", "$default");
        event.put("rawPath", request.path()).put("rawQueryString", request.query());
        var cookies = cookies(request);
        if (!cookies.isEmpty()) {
            var array = event.putArray("cookies");
            cookies.forEach(array::add);
        }
        headers(request).forEach(event.putObject("headers")::put);
        var parameters = parameters(request);
        if (!parameters.isEmpty()) {
            var object = event.putObject("queryStringParameters");
            parameters.forEach((name, values) -> object.put(name, String.join(",", values)));
        }
        context(event.putObject("requestContext"));
        putBody(event, body);
        return JSON.writeValueAsBytes(event);
    }

    private static List<String> cookies(HttpRequest request) {
        return request.headers().all("Cookie").stream()
                .flatMap(field -> List.of(field.split(";")).stream())
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .toList();
    }

    /// By lower-case name, and what AWS adds on the way.
    private Map<String, String> headers(HttpRequest request) {
        var headers = new TreeMap<String, String>();
        for (var field : request.headers().fields()) {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (!name.equals("cookie") && !name.equals("connection")) {
                headers.merge(name, field.getValue(), (first, next) -> first + "," + next);
            }
        }
        headers.put("x-forwarded-for", request.source());
        headers.put("x-forwarded-port", port());
        headers.put("x-forwarded-proto", "http");
        headers.put("x-amzn-trace-id", "Root=1-" + traceRoot());
        return headers;
    }

    private String port() {
        var host = hosted.request().headers().first("Host").orElse("");
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(colon + 1) : "80";
    }

    private String traceRoot() {
        return "%08x-%s"
                .formatted(
                        Instant.now().getEpochSecond(),
                        requestId.replace("-", "").substring(0, 24));
    }

    private static Map<String, List<String>> parameters(HttpRequest request) {
        var parameters = new TreeMap<String, List<String>>();
        for (var each : QueryParameters.of(request.query().replace('+', ' ')).parameters()) {
            if (!each.getKey().isEmpty()) {
                parameters
                        .computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue());
            }
        }
        return parameters;
    }

    private void context(ObjectNode context) {
        var now = caller.sandbox().clock().now();
        var domain =
                hosted.byPath()
                        ? "%s.lambda-url.%s.localhost".formatted(url.id(), caller.region())
                        : HostName.withoutPort(hosted.request().headers().first("Host").orElse(""));
        context.put("accountId", url.isGuarded() ? caller.principal().account() : "anonymous");
        context.put("apiId", url.id());
        context.putNull("authentication");
        if (url.isGuarded()) {
            iam(context.putObject("authorizer").putObject("iam"));
        }
        context.put("domainName", domain).put("domainPrefix", url.id());
        context.putObject("http")
                .put("method", hosted.request().method())
                .put("path", hosted.request().path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", hosted.request().source())
                .put("userAgent", hosted.request().headers().first("User-Agent").orElse(""));
        context.put("requestId", requestId).put("routeKey", "$default").put("stage", "$default");
        context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
    }

    private void iam(ObjectNode iam) {
        var principal = caller.principal();
        iam.put("accessKey", caller.key().orElse("")).put("accountId", principal.account());
        iam.put("callerId", principal.userId()).putNull("cognitoIdentity");
        iam.putNull("principalOrgId");
        iam.put("userArn", principal.arn()).put("userId", principal.userId());
    }

    private void putBody(ObjectNode event, byte[] body) {
        if (body.length == 0) {
            event.put("isBase64Encoded", false);
            return;
        }
        var text = text(body);
        event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
        event.put("isBase64Encoded", text.isEmpty());
    }

    /// Only what says that it is text comes as text, and only if it is.
    private Optional<String> text(byte[] body) {
        var type = hosted.request().headers().first("Content-Type").orElse("").split(";", 2)[0];
        if (!TEXT.matcher(type.strip()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}

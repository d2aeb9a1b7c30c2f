package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.Principal;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Headings;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The events that functions get of requests, in versions 1.0 and 2.0.
///
/// Source: [Lambda proxy integrations for HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html)
final class HttpEvent {

    private static final Pattern TEXT =
            Pattern.compile("text/.*|application/(json|javascript|xml|.*\\+json|.*\\+xml)");

    private HttpEvent() {}

    static byte[] of(Visit visit, String version) {
        return Json.mapper()
                .writeValueAsBytes(version.equals("2.0") ? second(visit) : first(visit));
    }

    /// Headers as they come through: names in small letters.
    static Fields headers(Visit visit) {
        var request = visit.request();
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var field : request.headers().entries()) {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (!Set.of(
                                    "connection",
                                    "host",
                                    "expect",
                                    "transfer-encoding",
                                    "upgrade",
                                    "keep-alive",
                                    "te")
                            .contains(name)
                    && !name.startsWith("x-forwarded-")) {
                fields.add(Map.entry(name, field.getValue()));
            }
        }
        fields.add(Map.entry("host", request.host()));
        if (request.headers().last("X-Amzn-Trace-Id").isEmpty()) {
            fields.add(Map.entry("x-amzn-trace-id", Headings.traceId(Instant.now())));
        }
        fields.add(Map.entry("x-forwarded-for", request.source()));
        fields.add(Map.entry("x-forwarded-port", "443"));
        fields.add(Map.entry("x-forwarded-proto", "https"));
        return new Fields(fields, true);
    }

    private static Map<String, Object> second(Visit visit) {
        var request = visit.request();
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "2.0");
        event.put("routeKey", visit.route().routeKey());
        event.put("rawPath", request.wholePath());
        event.put("rawQueryString", query(request));
        var cookies =
                request.headers().all("Cookie").stream()
                        .flatMap(each -> Stream.of(each.split(";")))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
        if (!cookies.isEmpty()) {
            event.put("cookies", cookies);
        }
        event.put("headers", joined(headers(visit).without("cookie")));
        putSome(event, "queryStringParameters", joined(request.query()));
        event.put("requestContext", secondContext(visit));
        putBody(event, request);
        putSome(event, "pathParameters", visit.variables());
        putSome(event, "stageVariables", visit.stage().stageVariables());
        return event;
    }

    private static String query(Incoming request) {
        return request.signed().query();
    }

    private static Map<String, String> joined(Fields fields) {
        var joined = new LinkedHashMap<String, String>();
        fields.multi().forEach((name, values) -> joined.put(name, String.join(",", values)));
        return joined;
    }

    private static void putSome(Map<String, Object> event, String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            event.put(name, values);
        }
    }

    private static void putBody(Map<String, Object> event, Incoming request) {
        boolean binary = request.body().length > 0 && isBinary(request);
        if (request.body().length > 0) {
            event.put(
                    "body",
                    binary ? Base64.getEncoder().encodeToString(request.body()) : request.text());
        }
        event.put("isBase64Encoded", binary);
    }

    /// Nothing says which types are text but this list.
    private static boolean isBinary(Incoming request) {
        return request.headers().last("Content-Type").isPresent()
                && !TEXT.matcher(request.contentType()).matches();
    }

    /// The `requestContext` of an event of version 2.0.
    static Map<String, Object> secondContext(Visit visit) {
        var request = visit.request();
        var http = new LinkedHashMap<String, Object>();
        http.put("method", request.verb());
        http.put("path", request.wholePath());
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", request.source());
        http.put("userAgent", request.headers().last("User-Agent").orElse(""));
        var context = new LinkedHashMap<String, Object>();
        context.put("accountId", request.account());
        context.put("apiId", request.api());
        if (!visit.authorizer().isEmpty()) {
            context.put("authorizer", visit.authorizer());
        }
        context.put("domainName", request.host());
        context.put("domainPrefix", request.api());
        context.put("http", http);
        context.put("requestId", request.extendedId());
        context.put("routeKey", visit.route().routeKey());
        context.put("stage", visit.stage().stageName());
        context.put("time", request.requestTime());
        context.put("timeEpoch", request.at().toEpochMilli());
        return context;
    }

    private static Map<String, @Nullable Object> first(Visit visit) {
        var request = visit.request();
        var headers = headers(visit);
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("version", "1.0");
        event.put("resource", resource(visit));
        event.put("path", request.wholePath());
        event.put("httpMethod", request.verb());
        event.put("headers", headers.single());
        event.put("multiValueHeaders", headers.multi());
        event.put("queryStringParameters", orNull(request.query().single()));
        event.put("multiValueQueryStringParameters", orNull(request.query().multi()));
        event.put("requestContext", firstContext(visit));
        event.put("pathParameters", orNull(visit.variables()));
        event.put("stageVariables", orNull(visit.stage().stageVariables()));
        boolean binary = request.body().length > 0 && isBinary(request);
        event.put(
                "body",
                request.body().length == 0
                        ? null
                        : binary
                                ? Base64.getEncoder().encodeToString(request.body())
                                : request.text());
        event.put("isBase64Encoded", binary);
        return event;
    }

    static String resource(Visit visit) {
        var key = visit.route().routeKey();
        return key.equals("$default") ? key : key.substring(key.indexOf(' ') + 1);
    }

    /// The `requestContext` of an event of version 1.0.
    static Map<String, @Nullable Object> firstContext(Visit visit) {
        var request = visit.request();
        var identity = new LinkedHashMap<String, @Nullable Object>();
        for (var name :
                List.of(
                        "accessKey",
                        "accountId",
                        "caller",
                        "cognitoAmr",
                        "cognitoAuthenticationProvider",
                        "cognitoAuthenticationType",
                        "cognitoIdentityId",
                        "cognitoIdentityPoolId",
                        "principalOrgId")) {
            identity.put(name, null);
        }
        identity.put("sourceIp", request.source());
        identity.put("user", null);
        identity.put("userAgent", request.headers().last("User-Agent").orElse(null));
        identity.put("userArn", visit.principal().map(Principal::arn).orElse(null));
        var context = new LinkedHashMap<String, @Nullable Object>();
        context.put("accountId", request.account());
        context.put("apiId", request.api());
        if (visit.authorizer().get("jwt") instanceof Map<?, ?> jwt) {
            context.put("authorizer", jwt);
        } else if (visit.authorizer().get("lambda") instanceof Map<?, ?> lambda) {
            context.put("authorizer", lambda);
        }
        context.put("domainName", request.host());
        context.put("domainPrefix", request.api());
        context.put("extendedRequestId", request.extendedId());
        context.put("httpMethod", request.verb());
        context.put("identity", identity);
        context.put("path", request.wholePath());
        context.put("protocol", "HTTP/1.1");
        context.put("requestId", request.extendedId());
        context.put("requestTime", request.requestTime());
        context.put("requestTimeEpoch", request.at().toEpochMilli());
        context.put("resourceId", visit.route().routeKey());
        context.put("resourcePath", resource(visit));
        context.put("stage", visit.stage().stageName());
        return context;
    }

    private static @Nullable Map<String, ?> orNull(Map<String, ?> values) {
        return values.isEmpty() ? null : values;
    }
}

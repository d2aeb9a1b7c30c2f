package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Headings;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The events that functions get of WebSocket APIs.
///
/// Source: [Lambda proxy integration for WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html)
final class SocketEvent {

    private static final Set<String> OF_THE_WAY =
            Set.of("connection", "host", "upgrade", "keep-alive", "te", "transfer-encoding");

    private SocketEvent() {}

    static byte[] of(Moment moment) {
        var event = new LinkedHashMap<String, Object>();
        switch (moment.eventType()) {
            case "CONNECT" -> putRequest(event, moment.visit().request());
            case "DISCONNECT" -> putHeaders(event, leaving(moment.visit().request()));
            default -> {
                // A message has no headers.
            }
        }
        var variables = moment.visit().stage().stageVariables();
        if (!variables.isEmpty()) {
            event.put("stageVariables", variables);
        }
        event.put("requestContext", moment.context());
        if (moment.eventType().equals("MESSAGE")) {
            event.put("body", moment.visit().request().text());
        }
        event.put("isBase64Encoded", false);
        return Json.mapper().writeValueAsBytes(event);
    }

    /// What an authorizer's function gets.
    static byte[] forAuthorizer(Moment moment) {
        var request = moment.visit().request();
        var event = new LinkedHashMap<String, Object>();
        event.put("type", "REQUEST");
        event.put("methodArn", moment.visit().socketArn());
        putHeaders(event, headers(request));
        event.put("queryStringParameters", request.query().single());
        event.put("multiValueQueryStringParameters", request.query().multi());
        event.put("stageVariables", moment.visit().stage().stageVariables());
        event.put("requestContext", moment.context());
        return Json.mapper().writeValueAsBytes(event);
    }

    private static void putRequest(Map<String, Object> event, Incoming request) {
        putHeaders(event, headers(request));
        if (!request.query().isEmpty()) {
            event.put("queryStringParameters", request.query().single());
            event.put("multiValueQueryStringParameters", request.query().multi());
        }
    }

    private static void putHeaders(Map<String, Object> event, Fields headers) {
        event.put("headers", headers.single());
        event.put("multiValueHeaders", headers.multi());
    }

    /// The headers of the request by which a client comes, as they get through.
    static Fields headers(Incoming request) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("Host", request.host()));
        for (var field : request.headers().entries()) {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (!OF_THE_WAY.contains(name) && !name.startsWith("x-forwarded-")) {
                fields.add(field);
            }
        }
        if (request.headers().last("X-Amzn-Trace-Id").isEmpty()) {
            fields.add(Map.entry("X-Amzn-Trace-Id", Headings.traceId(Instant.now())));
        }
        fields.add(Map.entry("X-Forwarded-For", request.source()));
        fields.add(Map.entry("X-Forwarded-Port", "443"));
        fields.add(Map.entry("X-Forwarded-Proto", "https"));
        return new Fields(fields, true);
    }

    /// Of a client that goes, hardly anything is told.
    private static Fields leaving(Incoming request) {
        return Fields.NO_HEADERS
                .with("Host", request.host())
                .with("x-api-key", "")
                .with("X-Forwarded-For", "")
                .with("x-restapi", "");
    }
}

package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.ForwardedHeaders;
import groundschool.emulator.apigateway.serve.RequestContext1;
import groundschool.emulator.wire.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The event that a function gets of a request, in version 1.0.
///
/// Source: [Input format of a Lambda function for proxy
/// integration](https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format);
/// recorded events
public final class ProxyEvent {

    private ProxyEvent() {}

    public static byte[] of(Exchange exchange) {
        var request = exchange.request();
        var headers = ForwardedHeaders.of(exchange);
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("resource", exchange.resource().path());
        event.put("path", request.path());
        event.put("httpMethod", request.verb());
        event.put("headers", headers.single());
        event.put("multiValueHeaders", headers.multi());
        event.put("queryStringParameters", orNull(request.query().single()));
        event.put("multiValueQueryStringParameters", orNull(request.query().multi()));
        event.put("pathParameters", orNull(exchange.variables()));
        event.put("stageVariables", orNull(exchange.stageVariables()));
        event.put("requestContext", RequestContext1.of(exchange));
        boolean binary =
                request.body().length > 0
                        && request.headers()
                                .last("Content-Type")
                                .filter(exchange.served()::isBinary)
                                .isPresent();
        event.put(
                "body",
                request.body().length == 0
                        ? null
                        : binary
                                ? Base64.getEncoder().encodeToString(request.body())
                                : request.text());
        event.put("isBase64Encoded", binary);
        return Json.mapper().writeValueAsBytes(event);
    }

    private static @Nullable Map<String, ?> orNull(Map<String, ?> values) {
        return values.isEmpty() ? null : values;
    }
}
